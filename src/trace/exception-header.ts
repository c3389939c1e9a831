import { exceptionNamePattern } from './languages.ts';

/** What a line says when it names an exception: `a.b.Type [CODE]: message`. */
export type ExceptionHeader = { type: string; message: string; code?: string };

// java.lang.X · Foo\Bar\X · A::B::X · mod.f.<locals>.X · Outer$Inner
const NAME =
  /^(?:\\?[\p{L}_$][\p{L}\p{N}_$]{0,120})(?:(?:\.|::|\\|\/)(?:<locals>\.)?[\p{L}_$][\p{L}\p{N}_$]{0,120}){0,20}/u;
// What may follow a name: ` [ERR_X]`, a code; ` [TypeError]`, the class that the name hides; then nothing or a colon.
const AFTER = /^(?: \[(?:([A-Z][A-Z0-9_]{1,60})|\w{0,80}Error)\])?(?::(?=[ \t]|$)|$)/;

/** Reads `Type`, `Type: message` or `Type [CODE]: message` at the start of a text; any name will do. */
export function parseHeader(text: string): ExceptionHeader | undefined {
  const type = NAME.exec(text.slice(0, 400))?.[0];
  const after = type === undefined ? null : AFTER.exec(text.slice(type.length));
  if (type === undefined || after === null) return undefined;
  const [{ length }, code] = after;
  return { type, message: text.slice(type.length + length).trim(), ...(code === undefined ? {} : { code }) };
}

/** Whether a name is an exception's by its own form, whatever stands around it. */
export const isExceptionName = (type: string) => exceptionNamePattern().test(type);

/** Reads a head that names an exception by its own form. */
export function parseExceptionHeader(text: string): ExceptionHeader | undefined {
  const head = parseHeader(text);
  return head && isExceptionName(head.type) ? head : undefined;
}

/** The header inside of `Caught Error: { TypeError: message`, as Node up to 11 shows an error that has properties. */
export const unwrapInspected = (head: ExceptionHeader | undefined): ExceptionHeader | undefined =>
  (head?.message.startsWith('{ ') ? parseExceptionHeader(head.message.slice(2)) : undefined) ?? head;

/** `Error` alone, without a message, is a heading. */
export const isSpecific = (head: ExceptionHeader) =>
  head.message !== '' || /[.:\\]|[a-z](?:Error|Exception)$/.test(head.type);

/** What is read first behind one of the places that a pattern finds. */
export function parseAfter(
  text: string,
  places: RegExp,
  read: (rest: string, start: number) => ExceptionHeader | undefined,
): ExceptionHeader | undefined {
  for (const match of text.matchAll(places)) {
    const start = match.index + match[0].length;
    const head = read(text.slice(start), start);
    if (head !== undefined) return head;
  }
  return undefined;
}

const ENDS = /(?:: | - |\] |\) )(?=[\p{L}_$\\])/gu;

/** The first exception named behind a colon or a dash: `worker failed: java.lang.X: message`. */
export const findHeader = (text: string) =>
  parseAfter(text.slice(0, 600), ENDS, (_, start) => {
    const rest = text.slice(start);
    const head = parseExceptionHeader(rest);
    if (head !== undefined && isSpecific(head)) return head;
    return rest.endsWith(')') ? parseRepr(rest) : undefined;
  });

/** `… raised unexpected: Type('message')`. */
export const findRepr = (text: string) => parseAfter(text.slice(0, 4000), ENDS, parseRepr);

/**
 * An exception named anywhere in a line that frames follow, as in a trace whose first lines became one:
 * `throw err; ^ TypeError: message`. Of several the first that source cannot be.
 */
export const findHeaderAnywhere = (text: string) =>
  parseAfter(
    text.slice(0, 4000),
    /(?:^|[\s({[])(?=[\p{L}\p{N}_$.\\]{0,200}(?:Error|Exception)(?:: | \[[A-Z_]+\]|$))/gu,
    (rest) => unwrapInspected(parseExceptionHeader(rest)),
  );

// u"message", · 'it\'s') · message) · 2003, "No (60)")
const ARGUMENT = /^(?:[ub]{0,2}(["'])(?<quoted>(?:\\.|(?!\1)[^\\])*)|(?<plain>\d.*(?=,?\)$)|[^)]*?),?\))/s;

/** `Type('message')`, `Type(u"message",)`, as `repr` writes it, at the start of a text. */
export function parseRepr(text: string): ExceptionHeader | undefined {
  const type = NAME.exec(text.slice(0, 400))?.[0];
  if (type === undefined || text[type.length] !== '(' || !isExceptionName(type)) return undefined;
  const groups = ARGUMENT.exec(text.slice(type.length + 1))?.groups;
  if (groups === undefined) return undefined;
  return { type, message: groups['plain'] ?? (groups['quoted'] ?? '').replace(/\\(['"\\])/g, '$1') };
}
