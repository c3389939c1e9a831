import { languageOfExceptionName } from '../../languages.ts';

// Without the `Error` at their end.
const PYTHON_BUILTINS = (
  'Attribute Arithmetic BlockingIO BrokenPipe Buffer ChildProcess Connection(?:Aborted|Refused|Reset) ' +
  'FileExists FileNotFound FloatingPoint Import Indentation Index Interrupted IsADirectory JSONDecode ' +
  'Lookup Memory ModuleNotFound NotADirectory NotImplemented OS Overflow Permission ProcessLookup ' +
  'Recursion Runtime Tab Timeout UnboundLocal Unicode(?:Decode|Encode|) Value ZeroDivision'
).split(' ');
const PYTHON_ERRORS = [`(?:${PYTHON_BUILTINS.join('|')})Error`];
const BY_TYPE: [RegExp, string][] = [
  [/\\/, 'php'],
  [/::/, 'ruby'],
  [/^(?:System|Microsoft)\./, 'dotnet'],
  [/^NS[A-Z]\w*Exception$/, 'objc'],
  [/^kotlin\./, 'kotlin'],
  [/^(?:java|javax|jakarta|scala|android|org|com|io|net|dev)\..*\.[A-Z][\w$]*$/, 'java'],
  [/^(?:[a-z_]\w*|MySQLdb)(?:\.[a-z_]\w*)*\.[A-Z]\w*$/, 'python'],
  [new RegExp(`^(?:${PYTHON_ERRORS.join('|')})$`), 'python'],
  [
    /^(?:NoMethod|Argument|Standard|Load|Frozen|FloatDomain|LocalJump|Fiber|UncaughtThrow|NoMatchingPattern)Error$/,
    'ruby',
  ],
  [
    /^(?:(?:Reference|Range|Aggregate|Eval|URI|Axios|ChunkLoad|MongoServer|MongoNetwork|Sequelize\w+|PrismaClient\w+|NotFound|InvalidState|Abort|QuotaExceeded)Error|DOMException)$/,
    'javascript',
  ],
];
const PHP_TEXT =
  /^Call to (?:a member function|(?:undefined|private|protected) (?:method|function|constant)) |^(?:Class|Interface|Trait) ['"][\w\\]+['"] not found|^Undefined constant ['"]|^Cannot (?:instantiate|redeclare|use object of type) |must be of (?:the )?type .+ (?:given|returned)\b/;
const JAVASCRIPT_TEXT =
  /is not (?:a function|a constructor|defined|iterable)|\b(?:undefined|null|fetch|JSON|tokens?)\b|Assignment to constant|\bE[A-Z]{4,}\b|ES [Mm]odule|outside a module|\bReact (?:child|error|component)\b|Invalid regular expression|circular structure|Cannot (?:set|find module)/;
const PYTHON_TEXT =
  /\bobject (?:is not|has no|of type|does not|cannot)|positional argument|keyword argument|takes \d+|NoneType|\bstr\b|\bint\b|operand|instances of|invalid syntax|EOL|unhashable|name '|f-string|indent/;

/** The language that an exception without frames belongs to; `unknown` where its name and message do not say. */
export function languageOf(type: string, message: string): string {
  const named = BY_TYPE.find(([pattern]) => pattern.test(type))?.[1];
  if (named !== undefined) return named;
  const owner = languageOfExceptionName(type);
  if (owner !== undefined) return owner;
  if (!/^(?:Type|Syntax|)Error$/.test(type)) return 'unknown';
  if (PHP_TEXT.test(message)) return 'php';
  if (JAVASCRIPT_TEXT.test(message)) return 'javascript';
  return type !== 'Error' && PYTHON_TEXT.test(message) ? 'python' : 'unknown';
}
