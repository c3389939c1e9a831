import { cutLine, type Line } from '../line.ts';

/** Fields that hold a trace, the fullest first; then those that hold a message. */
const TRACES = [
  'stack_trace',
  'stackTrace',
  'stacktrace',
  'stack',
  'exc_info',
  'exception',
  'traceback',
  'err',
  'error',
  'exc_text',
];
const MESSAGES = ['log', 'message', 'msg', 'MESSAGE', 'textPayload', '@message', 'event', 'errorMessage'];
const MAX_DEPTH = 3;
const NESTED = ['jsonPayload', 'err', 'error', 'exception', 'data', 'attributes', 'fields', 'context'];

/** Opens log lines that are JSON objects: what they say takes their place. */
export function json(lines: Line[]): Line[] {
  if (!lines.some((line) => line.text.includes('{"'))) return lines;
  return lines.flatMap((line) => {
    const texts = opened(line.text, 0);
    return texts === undefined ? [line] : cutLine({ ...line, stamped: true }, texts);
  });
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
  if (/(?:Error|Exception)\b/.test(text.slice(0, start))) return undefined;
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
  if (trace === undefined && depth < 3) {
    for (const key of NESTED) {
      const inner = record[key];
      if (typeof inner !== 'object' || inner === null) continue;
      const found = texts_(inner as Record<string, unknown>, depth + 1);
      if (found.length > 0)
        return message === undefined || found[0]?.includes(message) ? found : [...cut(message), ...found];
    }
  }
  const type = first(record, ['type', 'errorType', 'exception.type', 'name', 'class']);
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
  MESSAGES.some((key) => typeof record[key] === 'string') ? [''] : [];

function first(record: Record<string, unknown>, keys: string[]): string | undefined {
  for (const key of keys) {
    const value = record[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'))
      return value.join('\n');
  }
  return undefined;
}

const cut = (text: string) => text.replace(/\r?\n$/, '').split(/\r?\n/);
