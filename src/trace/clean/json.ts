import { cutLine, type Line } from '../line.ts';

/**
 * Fields that hold a trace, the fullest first; then those that hold a message. Written as `plain` writes them:
 * `error.stack_trace`, `stackTrace`, `Exception` and Serilog's `@x`.
 */
const TRACES = [
  'errorstacktrace',
  'exceptionstacktrace',
  'stacktrace',
  'extendedstacktrace',
  'errorstack',
  'stack',
  'trace',
  'excinfo',
  'x',
  'exception',
  'traceback',
  'err',
  'error',
  'exctext',
];
const MESSAGES = ['log', 'message', 'msg', 'textpayload', 'event', 'm', 'mt', 'errormessage', 'output'];
const TYPES = ['type', 'errortype', 'exceptiontype', 'name', 'class'];
const NESTED = [
  'jsonpayload',
  'err',
  'error',
  'exception',
  'thrown',
  'data',
  'attributes',
  'fields',
  'context',
];
const plain = (key: string) => key.toLowerCase().replace(/[^a-z]/g, '');
const MAX_DEPTH = 3;

/** Opens log lines that are JSON objects: what they say takes their place. */
export function json(lines: Line[]): Line[] {
  const given = printed(lines);
  if (!given.some((line) => line.text.includes('{"'))) return given;
  return given.flatMap((line) => {
    const texts = opened(line.text, 0);
    return texts === undefined ? [line] : cutLine({ ...line, stamped: true }, texts);
  });
}

// "TypeError: basket is empty",
// "    at total (/var/task/index.js:4:15)",
// "stack": "TypeError: basket is empty\n    at total (/var/task/index.js:4:15)",
const STRING = /^\s*(?:"\w{1,40}": ?)?(".{0,64000}"),?$/;
// A line of a trace within such a string.
const SIGN =
  /"\s*(?:at \S|Traceback \(|File \\"|Caused by: |goroutine \d|thread '|#\d+ |from \S+:\d)|\\n\s+at /;

/** Opens the strings that an object or a list was printed as, one a line, where some of them in a row are a trace's. */
function printed(lines: Line[]): Line[] {
  if (!lines.some(({ text }) => SIGN.test(text.slice(0, 2000)))) return lines;
  // Of the strings in a row that the line is one of.
  let isTrace: boolean | undefined;
  return lines.flatMap((line, index) => {
    const value = STRING.exec(line.text)?.[1];
    isTrace = value === undefined ? undefined : (isTrace ?? hasSign(lines, index));
    try {
      return value === undefined || !isTrace ? [line] : cutLine(line, cut(JSON.parse(value) as string));
    } catch {
      return [line];
    }
  });
}

/** Whether one of the strings from a line on, up to the first line that is none, is a trace's. */
function hasSign(lines: Line[], from: number): boolean {
  for (let index = from; STRING.test(lines[index]?.text ?? ''); index++)
    if (SIGN.test((lines[index] as Line).text)) return true;
  return false;
}

/** What an object says; a collector's object holds the object that a logger wrote. */
function opened(text: string, depth: number): string[] | undefined {
  const record = depth < MAX_DEPTH ? object(text) : undefined;
  const texts = record && texts_(record);
  return texts?.length ? texts.flatMap((inner) => opened(inner, depth + 1) ?? inner) : undefined;
}

/** The object that a line is, after at most a short prefix such as a time or a service. */
function object(text: string): Record<string, unknown> | undefined {
  const start = text.indexOf('{"');
  const end = text.trimEnd();
  if (start < 0 || start > 120 || !end.endsWith('}')) return undefined;
  // A trace's own line may end in JSON as well: `Error: bad answer {"code":1}`.
  if (start > 0 && !/^[\w\s.:|[\]()/+,>@#-]*$/.test(text.slice(0, start))) return undefined;
  // Of Lambda's own it is the whole: `ERROR Invoke Error {"errorType":"TypeError",…}`
  if (/(?:Error|Exception)\b/.test(text.slice(0, start)) && !text.startsWith('{"errorType"', start))
    return undefined;
  try {
    const value: unknown = JSON.parse(end.slice(start));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function texts_(record: Record<string, unknown>, depth = 0): string[] {
  const message = first(record, MESSAGES);
  let trace = first(record, TRACES);
  if (trace === undefined && depth < MAX_DEPTH) {
    for (const key of NESTED) {
      const inner = Object.entries(record).find(([name]) => plain(name) === key)?.[1];
      if (typeof inner !== 'object' || inner === null) continue;
      const found = chained(inner) ?? texts_(inner as Record<string, unknown>, depth + 1);
      if (found.length > 0)
        return message === undefined || found[0]?.includes(message) ? found : [...cut(message), ...found];
    }
  }
  const type = first(record, TYPES);
  if (
    trace !== undefined &&
    type !== undefined &&
    !trace.includes(type) &&
    /(?:Error|Exception)$/.test(type)
  ) {
    trace = `${type}: ${message ?? ''}\n${trace}`;
  }
  if (trace === undefined) return message === undefined ? blank(record) : cut(message);
  if (message === undefined || trace.includes(message.trim())) return cut(trace);
  return [...cut(message), ...cut(trace)];
}

/** A collector keeps blank lines as well. */
const blank = (record: Record<string, unknown>) =>
  Object.entries(record).some(([key, value]) => typeof value === 'string' && MESSAGES.includes(plain(key)))
    ? ['']
    : [];

/** structlog's list of a chain's exceptions, the reported one first, as Python prints them. */
function chained(value: object): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const blocks = value.map((item: Record<string, unknown> | null) => {
    if (typeof item?.['exc_type'] !== 'string' || !Array.isArray(item['frames'])) return undefined;
    const frames = item['frames'].map((frame: Record<string, unknown> | null) => {
      const { filename, lineno, name } = frame ?? {};
      return `  File "${String(filename)}", line ${String(lineno)}, in ${String(name)}`;
    });
    const last = `${item['exc_type']}: ${String(item['exc_value'])}`;
    const link = item['is_cause'] === true ? CAUSE : CONTEXT;
    return ['Traceback (most recent call last):', ...frames, ...last.split('\n'), '', link, ''];
  });
  if (blocks.length === 0 || blocks.includes(undefined)) return undefined;
  return blocks
    .reverse()
    .flatMap((block) => block ?? [])
    .slice(0, -3);
}

const CAUSE = 'The above exception was the direct cause of the following exception:';
const CONTEXT = 'During handling of the above exception, another exception occurred:';

function first(record: Record<string, unknown>, keys: string[]): string | undefined {
  const named = new Map<string, unknown>();
  for (const [key, value] of Object.entries(record)) {
    const name = plain(key);
    if (!named.has(name)) named.set(name, value);
  }
  for (const key of keys) {
    const value = named.get(key);
    // A `trace` in one line is a number.
    if (typeof value === 'string' && value.trim() !== '' && (key !== 'trace' || value.includes('\n')))
      return value;
    if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'))
      return value.join('\n');
  }
  return undefined;
}

const cut = (text: string) => text.replace(/\r?\n$/, '').split(/\r?\n/);
