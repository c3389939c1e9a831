import { languages } from '../languages.ts';
import type { Format, ParseResult } from '../format.ts';
import { type Line, textAt } from '../line.ts';
import { skipMatching, joinTrimmed, patternTable, groupsResult } from '../pattern-table.ts';

const REASONS =
  '(?:CrashLoop|ImagePull)?BackOff|OOMKilled|ErrImage(?:Never)?Pull|InvalidImageName|(?:(?:Create|Run)Container(?:Config)?|Start)Error|ContainerCannotRun|DeadlineExceeded|Evicted|Failed(?:Scheduling|Mount|AttachVolume|Create(?:PodSandBox)?|Pull)|Unhealthy|NodeNotReady';

/** What Kubernetes says of pods: `kubectl describe`, its events, `kubectl get`, and the YAML of a status. */
export const kubernetes: Format = {
  id: 'kubernetes',
  language: languages.kubernetes,
  triggers: [
    'eason: ',
    'BackOff',
    'restarting failed container=',
    'OOMKilled',
    'ErrImage',
    'InvalidImageName',
    'Container',
    'StartError',
    'DeadlineExceeded',
    'Evicted',
    'Failed',
    'Unhealthy',
    'NodeNotReady',
  ],
  lineStarts: {
    // State: Waiting · Reason: OOMKilled · Exit Code: 137 · Warning BackOff · Normal Pulled
    inside: [
      '(?:Last State|Reason|Exit Code|Started|Finished|Ready): ',
      '(?:Warning|Normal) +[A-Z][a-zA-Z]{3,80} +\\d',
    ],
  },
  logTriggers: ['OOMKilled', 'BackOff', 'ErrImage', 'Unhealthy'],
  parse(lines, from) {
    const text = textAt(lines, from).slice(0, 2000);
    return parseState(lines, from, text) ?? parsePatterns(lines, from);
  },
};

//       Reason:       OOMKilled   ·   reason: CrashLoopBackOff      with `Exit Code: 137` and `message:` near it
const STATE = new RegExp(`^\\s*(?:- )?[Rr]eason: +"?(${REASONS}|Error)"?,?$`);

function parseState(lines: Line[], from: number, text: string): ParseResult | undefined {
  const type = STATE.exec(text)?.[1];
  if (type === undefined) return undefined;
  let begin = from;
  while (begin > Math.max(0, from - 4) && !OTHER.test(textAt(lines, begin - 1))) begin--;
  const end = skipMatching(lines, from + 1, /^\s*(?:exit ?code|message|started|finished|containerid)\w*: /i);
  const near = joinTrimmed('', lines, begin, end);
  const code = /^(?:- )?exit ?code: +(\d+)$/im.exec(near)?.[1];
  const message = /^message: +"?(\S.*?)"?$/im.exec(near)?.[1];
  if (type === 'Error' && code === undefined) return undefined;
  const found = groupsResult(lines, from, end, { type, message, code });
  // That it waits says only that it ended before: `Last State` tells how. In YAML `lastState` stands before `state`.
  if (!type.endsWith('BackOff')) return found;
  const isAbove = lines
    .slice(Math.max(0, from - 25), from)
    .some((line) => /^\s*(?:lastState|terminated):/.test(line.text));
  return { ...found, refersTo: isAbove ? 'previous' : 'next' };
}
const OTHER = /^\s*(?:Last State|State|lastState|state|terminated|waiting):/;

//   Warning  BackOff  2m (x5 over 3m)  kubelet  Back-off restarting failed container
const eventOf = (reasons: string) =>
  new RegExp(
    `^(?:\\S{1,12}(?: \\(x\\d+ over \\S+\\))? +)?Warning +(?<type>${reasons}) +(?:\\S+ +)?(?:\\(x\\d+ over \\S+\\) +)?(?:(?:kubelet(?:, \\S+)?|default-scheduler|\\S+-controller|pod\\/\\S+) +)?(?<message>\\S.*)$`,
  );

const parsePatterns = patternTable([
  [eventOf('BackOff|Failed(?=.* Error: (?:ErrImagePull|ImagePullBackOff)$)'), { refersTo: 'previousRepeat' }],
  [eventOf(`${REASONS}|Failed`)],
  // back-off 5m0s restarting failed container=web pod=web-6d4cf56db6-8xq2v_shop(7f8061d3)
  [
    /^(?:- )?(?:Error: )?(?<message>[Bb]ack-off \S{1,20} restarting failed container=\S{1,400} pod=.{1,400})$/,
    { type: 'CrashLoopBackOff' },
  ],
  // web-6d4cf56db6-8xq2v   0/1   CrashLoopBackOff   5 (2m ago)   10m · OOMKilled · ErrImagePull: text
  [
    new RegExp(
      `^(?:(?:\\S{1,400} +)?\\S{1,400} +\\d+/\\d+ +(?:Init:)?(?=\\w+ +\\d))?(?<type>${REASONS})(?: +\\d.*|: (?<message>.*))?$`,
    ),
  ],
]);
