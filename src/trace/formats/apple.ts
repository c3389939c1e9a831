import { languages } from '../languages.ts';
import { type Format, type ParseResult, exceptionResult } from '../format.ts';
import type { Line } from '../line.ts';
import { joinMessage } from '../message.ts';
import { patternTable } from '../pattern-table.ts';
import { findLine, parseFrames, skipLines } from '../find-lines.ts';
import type { Frame } from '../types.ts';
import { parseAppleFrame } from './apple/frame.ts';

const MAX_REPORT = 400;

/** Swift's fatal errors, and the crash reports of macOS and iOS. */
export const apple: Format = {
  id: 'apple',
  language: languages.swift,
  triggers: [
    'Exception Type: ',
    'Fatal Exception: NS',
    'atal error: ',
    'Precondition failed',
    'EXC_',
    'nexpectedly found nil',
    'Could not cast value of type',
    'Error Domain=',
    ' (Xcode): ',
  ],
  logTriggers: ['EXC_'],
  parse: (lines, from) => parseCrash(lines, from) ?? parseCrashlytics(lines, from) ?? parseFatal(lines, from),
};

// Exception Type:  EXC_BREAKPOINT (SIGTRAP) · Exception Type:        EXC_BAD_ACCESS (SIGSEGV)
const TYPE = /^\s*Exception Type:\s+(?<type>EXC_\w{3,80}|SIG[A-Z]{2,8})(?: \((?<signal>[^)]{1,80})\))?$/;
// Exception Subtype: KERN_INVALID_ADDRESS at 0x0000000000000010 · Termination Reason: SIGNAL 5 Trace/BPT trap: 5
const REASON = /^\s*(?:Exception Subtype|Termination Reason|Exception Message):\s+(?<reason>\S.{0,900})$/;
// Last Exception Backtrace: · Thread 0 Crashed:: Dispatch queue: com.apple.main-thread · Thread 0 name: …
const STACK = /^\s*(?:Last Exception Backtrace:|Thread \d+ Crashed:.{0,400})$/;

/** The exception, the reason, and the stack of the thread that crashed. */
function parseCrash(lines: Line[], from: number): ParseResult | undefined {
  const head = TYPE.exec((lines[from] as Line).text.slice(0, 200))?.groups;
  if (head === undefined) return undefined;
  const stack = findLine(
    lines,
    from + 1,
    from + MAX_REPORT,
    (text) => STACK.test(text),
    (text) => TYPE.test(text),
  );
  const read =
    stack === undefined ? { frames: [], next: from + 1 } : parseFrames(lines, stack + 1, parseAppleFrame);
  const { type = '', signal = '' } = head;
  const about = findLine(lines, from + 1, stack ?? from + 12, (text) => REASON.test(text));
  const reason =
    about === undefined ? signal : (REASON.exec((lines[about] as Line).text)?.groups?.['reason'] ?? '');
  // Application Specific Information: — what the program itself said
  const info = findLine(lines, from + 1, stack ?? from + 12, (text) =>
    /^\s*Application Specific Information:$/.test(text),
  );
  const own = info === undefined ? '' : (lines[info + 1]?.text.trim() ?? '');
  const message = own === '' ? reason : own;
  const said = info === undefined ? from : skipLines(lines, info + 1, info + 6, (text) => text.trim() !== '');
  const next = Math.max(read.next, (about ?? from) + 1, said);
  return exceptionResult(lines, from, next, {
    language: languageOf(read.frames),
    type,
    message,
    frames: read.frames,
  });
}

const languageOf = (frames: Frame[]) =>
  frames.some(
    ({ file, function: name = '' }) =>
      file?.endsWith('.swift') === true ||
      /^(?:\$s|static |closure #|specialized )|\w\.\w+\(.*\)$/.test(name),
  )
    ? 'swift'
    : 'objc';

// Fatal Exception: NSInvalidArgumentException
// -[Cart total]: unrecognized selector sent to instance 0x280f1c000
const CRASHLYTICS = /^\s*Fatal Exception: (?<type>NS\w{1,80}(?:Exception|Error)|\w{1,80}Exception)$/;

/** Crashlytics' copy of an exception of Apple's systems: type, message, frames. */
function parseCrashlytics(lines: Line[], from: number): ParseResult | undefined {
  const type = CRASHLYTICS.exec((lines[from] as Line).text.slice(0, 200))?.groups?.['type'];
  if (type === undefined) return undefined;
  const stack = findLine(lines, from + 1, from + 12, parseAppleFrame);
  if (stack === undefined) return undefined;
  const { frames, next } = parseFrames(lines, stack, parseAppleFrame);
  const message = joinMessage('', lines, from + 1, stack);
  return exceptionResult(lines, from, next, { language: languageOf(frames), type, message, frames });
}

const parseFatal = patternTable([
  // Swift Compiler Error (Xcode): Cannot find 'cart' in scope
  // /srv/shop/ios/Runner/Cart.swift:22:11
  [
    /^[A-Z][\w ]{3,80} \(Xcode\): (?<message>.+)\n(?<file>\/.{1,400}):(?<line>\d+):(?<column>\d+)/,
    { lineCount: 2 },
  ],
  // Shop/Cart.swift:12: Fatal error: Index out of range · Cart.swift:12: Precondition failed: no cart
  [
    /^(?:\S{1,80}\[\d+:\d+\] )?(?<file>(?:\S.{0,400}\/)?[\w+-]{1,400}\.swift):(?<line>\d+): (?<type>Fatal error|Precondition failed|Assertion failed)(?:: (?<message>.+))?$/,
  ],
  // Fatal error: Unexpectedly found nil while unwrapping an Optional value: file Cart.swift, line 12
  [
    /^(?:Thread \d+: |\S{1,80}\[\d+:\d+\] )?(?:(?<type>[Ff]atal error|Precondition failed|Assertion failed)(?:: |(?=: file ))|(?=Unexpectedly found nil ))(?<message>.+?)?: file (?<file>\S.{0,400}\.swift), line (?<line>\d+)$/,
  ],
  // Thread 1: Fatal error: Unexpectedly found nil while unwrapping an Optional value · Thread 1: EXC_BAD_ACCESS (code=1, address=0x0)
  [/^Thread \d+: (?<type>Fatal error|Precondition failed|Assertion failed): (?<message>.+)$/],
  [/^Thread \d+: (?<type>EXC_\w{3,80}) \((?<message>code=.{1,400})\)$/],
  // Fatal error: Unexpectedly found nil while unwrapping an Optional value
  // I get "Thread 1: Fatal error: Index out of range" there
  [
    /^(?:.{0,400}["“])?(?:Thread \d+: )?(?<type>[Ff]atal error): (?<message>(?:[Uu]nexpectedly found nil|Index out of range|Can't form Range|Array index is out of range|Double value cannot be|Not enough bits|Division by zero|Unresolved|'try!' expression)[^"“”]{0,900})(?:["”].{0,400})?$/,
  ],
  // Optional(Error Domain=NSURLErrorDomain Code=-1009 "The Internet connection appears to be offline." UserInfo={…})
  [
    /(?:^|: |\()Error Domain=(?<type>[\w.]{1,80}) Code=(?<code>-?\d+) "(?<message>.{1,900}?)"(?: UserInfo=.*|\)*)$/,
  ],
  // Could not cast value of type 'NSNull' (0x1b2) to 'NSString' (0x1c3).
  [
    /^(?<message>Could not cast value of type '.{1,400}' \(0x[0-9a-f]{1,16}\) to '.{1,400}' \(0x[0-9a-f]{1,16}\)\.?)$/,
  ],
]);
