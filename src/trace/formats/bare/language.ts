const PYTHON = new Set(
  (
    'AttributeError ArithmeticError BlockingIOError BrokenPipeError BufferError ChildProcessError ConnectionAbortedError ' +
    'ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError FloatingPointError ImportError ' +
    'IndentationError IndexError InterruptedError IsADirectoryError KeyboardInterrupt LookupError MemoryError ' +
    'ModuleNotFoundError NotADirectoryError NotImplementedError OSError OverflowError PermissionError ProcessLookupError ' +
    'RecursionError RuntimeError StopAsyncIteration StopIteration SystemExit TabError TimeoutError UnboundLocalError ' +
    'UnicodeDecodeError UnicodeEncodeError UnicodeError ValueError ZeroDivisionError JSONDecodeError'
  ).split(' '),
);
const JAVASCRIPT = new Set([
  'ReferenceError',
  'RangeError',
  'AggregateError',
  'EvalError',
  'URIError',
  'DOMException',
  'AxiosError',
  'ChunkLoadError',
  'MongoServerError',
  'MongoNetworkError',
  'SequelizeDatabaseError',
  'SequelizeUniqueConstraintError',
  'PrismaClientKnownRequestError',
  'PrismaClientInitializationError',
  'PrismaClientValidationError',
  'NotFoundError',
  'InvalidStateError',
  'AbortError',
  'QuotaExceededError',
]);
const JAVASCRIPT_TEXT =
  /is not a function|is not defined|is not iterable|is not a constructor|of undefined|undefined is|is undefined|undefined \(|of null|is null|fetch failed|Failed to fetch|JSON|token|Assignment to constant|\bE[A-Z]{4,}\b|ES [Mm]odule|outside a module|Invalid regular expression|circular structure|Cannot set|Cannot find module/;
const PYTHON_TEXT =
  /\bobject (?:is not|has no|of type|does not|cannot)|positional argument|keyword argument|takes \d+|'NoneType'|NoneType|\bstr\b|\bint\b|operand|instances of|invalid syntax|EOL|unhashable|name '|f-string|indent/;

/** The language that an exception without frames belongs to; `unknown` where its name and message do not say. */
export function languageOf(type: string, message: string): string {
  if (type.includes('\\')) return 'php';
  if (type.includes('::')) return 'ruby';
  if (/^(?:System|Microsoft)\./.test(type)) return 'dotnet';
  if (
    /^(?:java|javax|jakarta|kotlin|scala|android|org|com|io|net|dev)\./.test(type) &&
    /\.[A-Z][\w$]*$/.test(type)
  )
    return 'java';
  if (/^(?:[a-z_]\w*|MySQLdb)(?:\.[a-z_]\w*)*\.[A-Z]\w*$/.test(type)) return 'python';
  if (PYTHON.has(type)) return 'python';
  if (
    /^(?:NoMethod|Argument|Standard|Load|Frozen|FloatDomain|LocalJump|Fiber|UncaughtThrow|NoMatchingPattern)Error$/.test(
      type,
    )
  )
    return 'ruby';
  if (JAVASCRIPT.has(type)) return 'javascript';
  if (type === 'TypeError' || type === 'SyntaxError' || type === 'Error') {
    if (JAVASCRIPT_TEXT.test(message)) return 'javascript';
    if (type !== 'Error' && PYTHON_TEXT.test(message)) return 'python';
  }
  return 'unknown';
}
