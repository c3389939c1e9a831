import type { Format, Reading } from '../format.ts';
import type { Line } from '../line.ts';
import { said, told } from '../said.ts';

const REASONS =
  'OOMKilled|CrashLoopBackOff|ImagePullBackOff|ErrImagePull|ErrImageNeverPull|InvalidImageName|CreateContainerConfigError|CreateContainerError|RunContainerError|ContainerCannotRun|StartError|DeadlineExceeded|Evicted|FailedScheduling|FailedMount|FailedAttachVolume|FailedCreatePodSandBox|FailedCreate|BackOff|Unhealthy|NodeNotReady|FailedPull';

/** What Kubernetes says of pods: `kubectl describe`, its events, `kubectl get`, and the YAML of a status. */
export const kubernetes: Format = {
  id: 'kubernetes',
  language: 'kubernetes',
  hint: new RegExp(`\\b(?:${REASONS})\\b|[Ee]xit ?[Cc]ode: +\\d|reason: Error|Reason: +Error`),
  read(lines, from) {
    const text = (lines[from] as Line).text.slice(0, 2000);
    return readState(lines, from, text) ?? readTold(lines, from);
  },
};

//       Reason:       OOMKilled   ·   reason: CrashLoopBackOff      with `Exit Code: 137` and `message:` near it
const STATE = new RegExp(`^\\s*(?:- )?[Rr]eason: +"?(${REASONS}|Error)"?,?$`);

function readState(lines: Line[], from: number, text: string): Reading | undefined {
  const type = STATE.exec(text)?.[1];
  if (type === undefined) return undefined;
  let code: string | undefined;
  let message = '';
  let next = from + 1;
  for (let index = Math.max(0, from - 4); index < lines.length && index < from + 6; index++) {
    const near = (lines[index] as Line).text.slice(0, 1000);
    if (index > from && /^\s*(?:Last State|State|lastState|state|name|- )/.test(near)) break;
    if (index < from && /^\s*(?:Last State|State|lastState|state|terminated|waiting):/.test(near)) {
      code = undefined;
      message = '';
      continue;
    }
    const exit = /^\s*(?:- )?[Ee]xit ?[Cc]ode: +(\d+)$/.exec(near)?.[1];
    const said = /^\s*[Mm]essage: +"?(\S.*?)"?$/.exec(near)?.[1];
    if (exit !== undefined) code ??= exit;
    if (said !== undefined) message = said;
    if ((exit !== undefined || said !== undefined) && index >= next) next = index + 1;
  }
  if (type === 'Error' && code === undefined) return undefined;
  const found = told(lines, from, next, { type, message, code });
  // That it waits says only that it ended before: `Last State` tells how.
  if (!type.endsWith('BackOff')) return found;
  return { ...found, reports: endedAbove(lines, from) ? 'above' : 'below' };
}

/** In YAML `lastState` stands before `state`. */
function endedAbove(lines: Line[], from: number): boolean {
  for (let index = from - 1; index >= 0 && index > from - 25; index--)
    if (/^\s*(?:lastState:|terminated:)/.test((lines[index] as Line).text)) return true;
  return false;
}

//   Warning  BackOff  2m (x5 over 3m)  kubelet  Back-off restarting failed container
const eventOf = (reasons: string) =>
  new RegExp(
    `^(?:\\S{1,12}(?: \\(x\\d+ over \\S+\\))? +)?Warning +(?<type>${reasons}) +(?:\\S+ +)?(?:\\(x\\d+ over \\S+\\) +)?(?:(?:kubelet(?:, \\S+)?|default-scheduler|\\S+-controller|pod\\/\\S+) +)?(?<message>\\S.*)$`,
  );

const readTold = said([
  [eventOf('BackOff|Failed(?=.* Error: (?:ErrImagePull|ImagePullBackOff)$)'), { reports: 'again' }],
  [eventOf(`${REASONS}|Failed`)],
  // web-6d4cf56db6-8xq2v   0/1   CrashLoopBackOff   5 (2m ago)   10m · OOMKilled · ErrImagePull: text
  [
    new RegExp(
      `^(?:(?:\\S{1,100} +)?\\S{1,120} +\\d+/\\d+ +(?:Init:)?(?=\\w+ +\\d))?(?<type>${REASONS})(?: +\\d.*|: (?<message>.*))?$`,
    ),
  ],
]);
