/** What a line says when it names an exception: `a.b.Type [CODE]: message`. */
export type Head = { type: string; message: string; code?: string };

// java.lang.X · Foo\Bar\X · A::B::X · mod.f.<locals>.X · Outer$Inner
const NAME =
  /^(?:\\?[\p{L}_$][\p{L}\p{N}_$]{0,120})(?:(?:\.|::|\\|\/)(?:<locals>\.)?[\p{L}_$][\p{L}\p{N}_$]{0,120}){0,20}/u;
// Names of exceptions that do not end in Error or Exception.
const OTHERS = new Set(
  (
    'KeyboardInterrupt SystemExit StopIteration StopAsyncIteration GeneratorExit ExceptionGroup BaseExceptionGroup ' +
    'DoesNotExist MultipleObjectsReturned TimeoutExpired NoReverseMatch TemplateDoesNotExist TemplateNotFound ' +
    'ImproperlyConfigured AppRegistryNotReady DisallowedHost SuspiciousOperation PermissionDenied NotRegistered ' +
    'TimeLimitExceeded SoftTimeLimitExceeded Retry Reject Ignore MissingGreenlet UniqueViolation ForeignKeyViolation ' +
    'NotNullViolation CheckViolation UndefinedTable UndefinedColumn DeadlockDetected InvalidCatalogName NoSuchElement ' +
    'InconsistentMigrationHistory ReadTimeout ConnectTimeout TooManyRedirects MaxRetriesExceeded BrokenProcessPool ' +
    'Http404 BadRequest RecordNotFound RecordInvalid RecordNotUnique StatementInvalid InvalidAuthenticityToken ' +
    'UnknownFormat GemNotFound NotNullViolation ConnectionNotEstablished SystemStackError Interrupt ThreadDeath ' +
    'NoSuchKey AccessDenied SettingWithCopyWarning RuntimeWarning ResourceWarning'
  ).split(' '),
);

// ` [ERR_X]`, a code; ` [TypeError]`, the class that the name hides
const BRACKETED = /^ \[(?:([A-Z][A-Z0-9_]{1,60})|\w{0,80}Error)\]/;

/** Reads `Type`, `Type: message` or `Type [CODE]: message` at the start of a text; any name will do. */
export function readHead(text: string): Head | undefined {
  const type = NAME.exec(text.slice(0, 400))?.[0];
  if (type === undefined) return undefined;
  let end = type.length;
  let code: string | undefined;
  if (text.startsWith(' [', end)) {
    const bracketed = BRACKETED.exec(text.slice(end, end + 90));
    if (bracketed === null) return undefined;
    code = bracketed[1];
    end += bracketed[0].length;
  }
  if (end < text.length && text[end] !== ':') return undefined;
  const next = text[end + 1];
  if (next !== undefined && next !== ' ' && next !== '\t') return undefined;
  return { type, message: text.slice(end + 1).trim(), ...(code === undefined ? {} : { code }) };
}

/** Whether a name is an exception's by its own form, whatever stands around it. */
export function isExceptionName(type: string): boolean {
  const last = lastSegment(type);
  return (
    /(?:[A-Za-z\d]|^)(?:Error|Exception)(?:_\w+)?$|^Errno$|(?:Fault|Failure)Exception$/.test(last) ||
    OTHERS.has(last) ||
    type.startsWith('Errno::')
  );
}

/** `java.lang.Error` → `Error`, `A::B` → `B`, `Outer$Inner` → `Inner`. */
export function lastSegment(type: string): string {
  let start = 0;
  for (let index = 0; index < type.length; index++) {
    const char = type[index];
    if (char === '.' || char === ':' || char === '\\' || char === '/' || char === '$') start = index + 1;
  }
  return start >= type.length ? type : type.slice(start);
}

/** `Error` alone, without a message, is a heading. */
export const isTelling = (head: Head) =>
  head.message !== '' || /[.:\\]|[a-z](?:Error|Exception)$/.test(head.type);

/** The first exception named behind a colon or a dash: `worker failed: java.lang.X: message`. */
export function findHead(text: string): Head | undefined {
  for (const match of text.slice(0, 600).matchAll(/(?:: | - |\] |\) )(?=[\p{L}_$\\])/gu)) {
    const rest = text.slice(match.index + match[0].length);
    const head = readHead(rest);
    if (head !== undefined && isExceptionName(head.type) && isTelling(head)) return head;
    const repr = rest.endsWith(')') ? readRepr(rest) : undefined;
    if (repr !== undefined) return repr;
  }
  return undefined;
}

/**
 * An exception named anywhere in a line that frames follow, as in a trace whose first lines became one:
 * `throw err; ^ TypeError: message`. Of several the first that source cannot be.
 */
export function findHeadAnywhere(text: string): Head | undefined {
  for (const match of text
    .slice(0, 4000)
    .matchAll(/(?:^|[\s({[])(?=[\p{L}\p{N}_$.\\]{0,200}(?:Error|Exception)(?:: | \[[A-Z_]+\]|$))/gu)) {
    const head = readHead(text.slice(match.index + match[0].length));
    if (head !== undefined && isExceptionName(head.type)) return head;
  }
  return undefined;
}

/** `Type('message')`, `Type(u"message",)`, as `repr` writes it, at the start of a text. */
export function readRepr(text: string): Head | undefined {
  const type = NAME.exec(text.slice(0, 400))?.[0];
  if (type === undefined || text[type.length] !== '(' || !isExceptionName(type)) return undefined;
  const inside = text.slice(type.length + 1);
  const open = /^[ub]{0,2}(["'])/.exec(inside.slice(0, 4));
  const quote = open?.[1];
  if (open === null || quote === undefined) {
    const end = inside.indexOf(')');
    return end < 0 ? undefined : { type, message: inside.slice(0, end).replace(/,$/, '') };
  }
  const end = closing(inside, open[0].length, quote);
  return { type, message: inside.slice(open[0].length, end).replace(/\\(['"\\])/g, '$1') };
}

/** Where a quoted text ends: the first quote that is not escaped and that a bracket or a comma follows. */
function closing(text: string, from: number, quote: string): number {
  for (let index = from; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === quote && /^\s*[,)]?/.test(text.slice(index + 1, index + 3))) return index;
  }
  return text.length;
}
