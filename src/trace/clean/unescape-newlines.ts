import { indentWidth, splitEach, type Line } from '../line.ts';
import { parseJson } from './expand-json-logs.ts';
import { TRACE_LINE_START } from './line-starts.ts';

// What follows an escaped newline when a trace was escaped: `\n    at `, `\n  File "`, `\nCaused by: `, `\\n#0 `.
const ANCHOR = new RegExp(
  `\\\\n(?:\\\\+t|\\\\u0009|\\s)*(?:${TRACE_LINE_START}|[\\w.$]*(?:Error|Exception)\\b|[(|]|\\[stacktrace)`,
  'u',
);
const MAX_LEVELS = 3;
// A line of source that a traceback shows has escapes of its own: `raise ValueError("a\\nb")`.
const SOURCE =
  /\b(?:raise|throw|panic|print\w*|puts|console\.\w+|Error|Exception)\b!?[ (]{0,2}(?:new )?[\w.:]{0,80}\(?[frbu]?["'`][^"'`]{0,400}$/;

// A text in quotes behind its key, or with Python's `b`: `  "textPayload": "…",`, `error: "…"`, `String log = "…";`, `b'…'`
const QUOTED =
  /^\s{0,20}(?:(?:String |var |const |let )?"?[\w.@-]{1,60}"? ?[:=] ?(?=")|b?)(["'])(?=\S)(.*)\1[,;}\s]{0,3}$/;

// What Ansible prints of a task is JSON, whose fields its format reads: `fatal: [web]: FAILED! => {"msg": "…"}`
const RESULT = /(?:fatal|failed): \[[^\]\s]{1,100}\][^{]{0,300} => \{"/;

/** Puts real newlines, tabs and quotes where a logger wrote `\n`, `\t` and `\"`, up to three levels deep. */
export function unescapeNewlines(lines: Line[]): Line[] {
  if (!lines.some((line) => line.text.includes('\\n'))) return lines;
  const isSource = sourceTest();
  return splitEach(lines, (line) => (isSource(line.text) ? undefined : unescapeLines(line.text, 0, false)));
}

//   File "/srv/app/report.py", line 14, in main
const FRAME = /^\s*File "[^"]{1,1000}", line \d+/;
// > 14 |   const body = "a\nb"; · 14 | let body = "a\nb";
const NUMBERED = /^\s*>?\s*\d{1,6} ?[|│]/;

/** Builds a test for lines in their order: whether a line is source that a trace shows, whose escapes are its own. */
function sourceTest(): (text: string) => boolean {
  // Indentation of the frame above.
  let frame = Infinity;
  return (text) => {
    if (FRAME.test(text.slice(0, 1200))) {
      frame = indentWidth(text);
      return false;
    }
    if (indentWidth(text) <= frame) frame = Infinity;
    return frame < Infinity || NUMBERED.test(text.slice(0, 40));
  };
}

/** The lines that a text was; `isSure`: it was quoted, and what is one line still was escaped before that. */
function unescapeLines(text: string, level: number, isSure: boolean): string[] | undefined {
  const first = text.indexOf('\\n');
  if (first < 0 || level === MAX_LEVELS || RESULT.test(text.slice(0, 8000))) return undefined;
  const quoted = literal(text);
  if (quoted === undefined && !isSure) {
    if (SOURCE.test(text.slice(Math.max(0, first - 500), first)) || !isEscaped(text)) return undefined;
  }
  const texts = (quoted ?? unescape(QUOTED.exec(text)?.[2] ?? text)).split(/\r?\n/);
  return texts.flatMap((inner) => unescapeLines(inner, level + 1, texts.length === 1) ?? inner);
}

/** The text of a line that is one quoted JSON string. */
function literal(text: string): string | undefined {
  const value = text.trimStart().startsWith('"') ? parseJson(text) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A Windows path (`C:\new`) has `\n` too: only a trace's own words after it, or many of them, tell an escape. */
function isEscaped(text: string): boolean {
  if (!/[A-Z]:\\/.test(text) && text.split('\\n', 4).length === 4) return true;
  return ANCHOR.test(text);
}

const SIMPLE: Record<string, string> = { n: '\n', t: '\t', r: '', '"': '"', "'": "'", '\\': '\\', '/': '/' };

function unescape(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|(["'\\/ntr]))/g,
    (_, hex: string | undefined, letter: string) =>
      hex === undefined ? (SIMPLE[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
