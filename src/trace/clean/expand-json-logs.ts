import { splitLine, type Line, textAt } from '../line.ts';

/** Names of fields, as `plain` writes them: `error.stack_trace`, `stackTrace`, `Exception` and Serilog's `@x`. */
const TRACE =
  /^(?:(?:error|exception|extended)*stack(?:trace)?|trace(?:back)?|exc(?:info|text)|exception|err(?:or)?|x)$/;
const MESSAGE = /^(?:log|message|msg|textpayload|event|mt?|errormessage|output)$/;
const TYPE = /^(?:(?:error|exception)?type|name|class)$/;
const NESTED = /^(?:jsonpayload|err(?:or)?|exception|thrown|data|attributes|fields|context)$/;
const fieldName = (key: string) => key.toLowerCase().replace(/[^a-z]/g, '');
const MAX_DEPTH = 3;

/** Opens log lines that are JSON objects: what they say takes their place. */
export function expandJsonLogs(lines: Line[]): Line[] {
  const given = expandPrintedStrings(joinRecords(lines));
  if (!given.some((line) => line.text.includes('{"'))) return given;
  return given.flatMap((line) => {
    const texts = expandJsonLog(line.text, 0);
    return texts === undefined ? [line] : splitLine({ ...line, hasLogPrefix: true }, texts);
  });
}

const MAX_RECORD = 500;

/** Joins a JSON object that was printed over several lines, one field or one string a line, as Elasticsearch does. */
function joinRecords(lines: Line[]): Line[] {
  if (!lines.some((line, index) => opensRecord(line) && continuesRecord(lines[index + 1]))) return lines;
  const joined: Line[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    const end = opensRecord(line) ? recordEnd(lines, index) : undefined;
    if (end === undefined) joined.push(line);
    else {
      const part = lines.slice(index, end);
      const text = part.map((inner) => inner.text.trim()).join('');
      joined.push({ ...line, text, lastInputLine: (part.at(-1) as Line).lastInputLine });
      index = end - 1;
    }
  }
  return joined;
}

const opensRecord = ({ text }: Line) => text.startsWith('{"') && !text.trimEnd().endsWith('}');
const continuesRecord = (line: Line | undefined) => line !== undefined && /^\s*"/.test(line.text);

/** The line (0-based) after an object that begins at a line. Undefined when it does not end or is no JSON. */
function recordEnd(lines: Line[], from: number): number | undefined {
  let end = from + 1;
  while (end < lines.length && end < from + MAX_RECORD && continuesRecord(lines[end])) end++;
  for (let to = end; to > from + 1; to--) {
    if (!(lines[to - 1] as Line).text.trimEnd().endsWith('}')) continue;
    const text = lines
      .slice(from, to)
      .map((line) => line.text.trim())
      .join('');
    return parseJson(text) === undefined ? undefined : to;
  }
  return undefined;
}

// "TypeError: basket is empty",
// "    at total (/var/task/index.js:4:15)",
// "stack": "TypeError: basket is empty\n    at total (/var/task/index.js:4:15)",
const STRING = /^\s*(?:"\w{1,40}": ?)?(".{0,64000}"),?$/;
// A line of a trace within such a string.
const SIGN =
  /(?<!\\)"\s*(?:at \S|Traceback \(|File \\"|Caused by: |goroutine \d|thread '|#\d+ |from \S+:\d)|\\n\s+at /;

/** Opens the strings that an object or a list was printed as, one a line, where some of them in a row are a trace's. */
function expandPrintedStrings(lines: Line[]): Line[] {
  if (!lines.some(({ text }) => SIGN.test(text.slice(0, 2000)))) return lines;
  // Of the strings in a row that the line is one of.
  let isTrace: boolean | undefined;
  return lines.flatMap((line, index) => {
    const value = STRING.exec(line.text)?.[1];
    isTrace = value === undefined ? undefined : (isTrace ?? hasSign(lines, index));
    const text = isTrace && parseJson(value ?? '');
    return typeof text === 'string' ? splitLine(line, splitText(text)) : [line];
  });
}

/** Whether one of the strings from a line on, up to the first line that is none, is a trace's. */
function hasSign(lines: Line[], from: number): boolean {
  for (let index = from; STRING.test(textAt(lines, index)); index++)
    if (SIGN.test(textAt(lines, index))) return true;
  return false;
}

/** What a text is as JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What an object says; a collector's object holds the object that a logger wrote. */
function expandJsonLog(text: string, depth: number): string[] | undefined {
  const record = depth < MAX_DEPTH ? parseRecord(text) : undefined;
  const texts = record && recordTexts(record);
  return texts?.length ? texts.flatMap((inner) => expandJsonLog(inner, depth + 1) ?? inner) : undefined;
}

/** The object that a line is, after at most a short prefix such as a time or a service. */
function parseRecord(text: string): Record<string, unknown> | undefined {
  const start = text.indexOf('{"');
  const end = text.trimEnd();
  if (start < 0 || start > 120 || !end.endsWith('}')) return undefined;
  // A trace's own line may end in JSON as well: `Error: bad answer {"code":1}`.
  if (start > 0 && !/^[\w\s.:|[\]()/+,>@#-]*$/.test(text.slice(0, start))) return undefined;
  // Of Lambda's own it is the whole: `ERROR Invoke Error {"errorType":"TypeError",…}`
  if (/(?:Error|Exception)\b/.test(text.slice(0, start)) && !text.startsWith('{"errorType"', start))
    return undefined;
  const value = parseJson(end.slice(start));
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function recordTexts(record: Record<string, unknown>, depth = 0): string[] {
  const message = longestField(record, MESSAGE);
  let trace = longestField(record, TRACE);
  if (trace === undefined && depth < MAX_DEPTH) {
    for (const [name, inner] of Object.entries(record)) {
      if (!NESTED.test(fieldName(name)) || typeof inner !== 'object' || inner === null) continue;
      const found = pythonChain(inner) ?? recordTexts(inner as Record<string, unknown>, depth + 1);
      if (found.length > 0)
        return message === undefined || found[0]?.includes(message)
          ? found
          : [...splitText(message), ...found];
    }
  }
  const type = longestField(record, TYPE);
  if (
    trace !== undefined &&
    type !== undefined &&
    !trace.includes(type) &&
    /(?:Error|Exception)$/.test(type)
  ) {
    trace = `${type}: ${message ?? ''}\n${trace}`;
  }
  if (trace === undefined) return message === undefined ? [] : splitText(message);
  if (message === undefined || trace.includes(message.trim())) return splitText(trace);
  return [...splitText(message), ...splitText(trace)];
}

/** One of structlog's list of a chain's exceptions. */
type Link = { exc_type: string; exc_value?: unknown; is_cause?: unknown; frames: unknown[] };

/** A chain of exceptions, the reported one first, as Python prints it. */
function pythonChain(value: object): string[] | undefined {
  if (!Array.isArray(value) || !value.every(isLink)) return undefined;
  return value
    .reverse()
    .flatMap(({ exc_type, exc_value, is_cause, frames }) => [
      'Traceback (most recent call last):',
      ...frames.map(frameText),
      ...`${exc_type}: ${plainText(exc_value)}`.split('\n'),
      '',
      is_cause === true ? CAUSE : CONTEXT,
      '',
    ])
    .slice(0, -3);
}

function frameText(frame: unknown): string {
  const { filename, lineno, name } = (frame ?? {}) as Record<string, unknown>;
  return `  File "${plainText(filename)}", line ${plainText(lineno)}, in ${plainText(name)}`;
}

/** A value that a log may write in any shape: only texts and numbers say something. */
const plainText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const isLink = (item: Partial<Link> | null): item is Link =>
  typeof item?.exc_type === 'string' && Array.isArray(item.frames);
const CAUSE = 'The above exception was the direct cause of the following exception:';
const CONTEXT = 'During handling of the above exception, another exception occurred:';

/** The longest text of those fields; an empty one is a blank line that a collector kept. */
function longestField(record: Record<string, unknown>, names: RegExp): string | undefined {
  let found: string | undefined;
  for (const [key, value] of Object.entries(record)) {
    if (!names.test(fieldName(key))) continue;
    const text =
      Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join('\n') : value;
    if (typeof text !== 'string' || text.length < (found?.length ?? 0)) continue;
    // A `trace` in one line is a number.
    if (fieldName(key) !== 'trace' || text.includes('\n')) found = text;
  }
  return found;
}

const splitText = (text: string) => text.replace(/\r?\n$/, '').split(/\r?\n/);
