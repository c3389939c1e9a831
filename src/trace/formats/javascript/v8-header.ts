import {
  type ExceptionHeader,
  isExceptionName,
  unwrapInspected,
  parseHeader,
} from '../../exception-header.ts';

const PREFIXES = [
  '(?:error: )?[Uu]ncaught (?:\\(in promise\\) |exception: )?',
  'Unhandled(?: Runtime Error| [Ee]xception| [Rr]ejection| [Pp]romise [Rr]ejection)?(?:[:.] ?| \\(| (?=[A-Z]\\w*(?:Error|Exception)\\b))',
  'Exception: ',
  '(?:\\(node:\\d+\\) (?:\\[\\w+\\] )?)?UnhandledPromiseRejectionWarning: (?:Unhandled promise rejection \\([^)]{0,80}\\): )?',
  '(?:Trace|error|ERROR):? (?=(?:[A-Z]\\w*)?(?:Error|Exception)\\b)',
  '[Cc]aused by: ',
  '(?:\\[cause\\]:?|cause:|\\[errors\\]:) \\[?',
  '\\[webpack-cli\\] (?:✖ )?(?=\\w*Error: )',
  '[×⨯✖❌] ',
  // Next 13 and Next 12
  '- error ',
  'error - ',
  'Error: (?=[A-Z]\\w*Error: )',
  '\\[(?=\\w*(?:Error|Exception)\\b)',
];

// What stands before a head: runtimes, browsers' consoles, test runners, bundlers' overlays.
export const HEADER_PREFIX = new RegExp(`^\\s*(?:${PREFIXES.join('|')})`);

/** What V8 prints above frames: `TypeError [ERR_X]: message`, `Uncaught Error: message`, `Error`, `Name [Error]`. */
export function parseV8Header(text: string): ExceptionHeader | undefined {
  const short = text.slice(0, 8000);
  const opener = HEADER_PREFIX.exec(short)?.[0] ?? '';
  let rest = short
    .slice(opener.length)
    .trimStart()
    .replace(/(?<!:) \{$/, '');
  // [AggregateError: All promises were rejected], [TypeError: fetch failed] {
  if (opener.trimEnd().endsWith('[') && rest.endsWith(']')) rest = rest.slice(0, -1);
  const head = unwrapInspected(parseHeader(rest));
  // `ENOENT: no such file` is a message.
  return head !== undefined && /^E[A-Z]{3,}$/.test(head.type) ? undefined : head;
}

/** Whether a name could be a JavaScript error's where frames follow: `Error`, `MongoServerError`, `Invariant`. */
export const isLikelyType = (type: string) => isExceptionName(type) || /^(?:[A-Z][\w$]*|error)$/.test(type);
