import { reading, type Reading, single } from '../../format.ts';
import { isExceptionName } from '../../head.ts';
import type { Line } from '../../line.ts';
import type { Frame } from '../../types.ts';
import { frameOf } from './frame.ts';

const LOOKAHEAD = 30;

// ActiveRecord::RecordNotFound (Couldn't find User):   ·   NameError - undefined local variable:   ·   NoMethodError: undefined method … with frames below
const RAILS =
  /^\s*(?:\[[\w-]{8,64}\] |- )?(?:Caused by: |Causes:\s*)?([A-Z]\w*(?:::[A-Z]\w*)*)(?: \((.*)\):?|: (.*)| - (.*):)$/;
// E, [2026-02-03T09:41:07.5 #4242] ERROR -- : message (ArgumentError)
const LOGGER = /^(?:[EFW], \[[^\]]{1,60}\] +\w+ -- \w*: |\w+ -- \w*: )(.*) \(([A-Z]\w*(?:::[A-Z]\w*)*)\)$/;

/** Rails' error and those below it, each after `Caused by:`; the last explains the failure. */
export function readRailsChain(lines: Line[], from: number): Reading | undefined {
  const first = readRails(lines, from);
  if (first === undefined) return undefined;
  const { exceptions } = first.trace;
  let { next } = first;
  for (let index = next; index < lines.length && index < next + 3; index++) {
    const { text } = lines[index] as Line;
    if (text.trim() === '') continue;
    const isLink = /^\s*Caused by:/.test(text);
    const cause = isLink ? readRails(lines, text.trim() === 'Caused by:' ? index + 1 : index) : undefined;
    if (cause === undefined) break;
    exceptions.push(...cause.trace.exceptions.map((item) => ({ ...item, relation: 'cause' as const })));
    ({ next } = cause);
    index = next - 1;
  }
  return reading(lines, from, next, { exceptions });
}

/** What Rails and Ruby's logger write: the class and the message on one line, then places without `from`. */
function readRails(lines: Line[], from: number): Reading | undefined {
  const line = lines[from];
  if (line === undefined) return undefined;
  const logged = LOGGER.exec(line.text.slice(0, 4000));
  const match =
    logged === null ? RAILS.exec(line.text.slice(0, 4000)) : [logged[0], logged[2], undefined, logged[1]];
  if (match?.[1] === undefined) return undefined;
  const isRails = match[2] !== undefined && /[:)]$/.test(line.text.trimEnd());
  if (!isRails && !isExceptionName(match[1]) && !match[1].includes('::')) return undefined;
  const frames: Frame[] = [];
  const message = [match[2] ?? match[3] ?? match[4] ?? ''];
  let end = from + 1;
  for (let index = end; index < lines.length && (frames.length > 0 || index < from + LOOKAHEAD); index++) {
    const { text, at } = lines[index] as Line;
    const frame = frameOf(text);
    if (frame !== undefined) frames.push({ ...frame, at });
    else if (frames.length > 0) break;
    else if (RAILS.test(text.slice(0, 300)) && index > from + 1 && !message[0]?.endsWith('canceled:')) break;
    else if (text.trim() !== '' && !/^\s*(?:\d+:|[=>]+ ?\d+:|Showing |Extracted)/.test(text))
      message.push(text);
    if (frame !== undefined) end = index + 1;
  }
  if (frames.length === 0 && !(isRails && match[1].includes('::'))) return undefined;
  const text = frames.length === 0 ? (message[0] ?? '') : message.join('\n');
  return single(lines, from, end, {
    type: match[1],
    message: text.trim(),
    frames,
  });
}
