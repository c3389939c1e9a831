import { languages } from '../../languages.ts';
import { type Format, parseResult, type ParseResult } from '../../format.ts';
import type { Line } from '../../line.ts';
import { toAppFrame } from '../../location.ts';
import { skipMatching, joinTrimmed, patternTable, groupsResult } from '../../pattern-table.ts';
import type { Exception } from '../../types.ts';

/** What the JVM's tools report: Maven, Gradle, sbt, Kotlin's and Scala's compilers, launchers, a failed start of Spring Boot. */
export const maven: Format = {
  id: 'maven',
  language: languages.java,
  triggers: [
    'ERROR',
    'Error: ',
    'went wrong',
    'APPLICATION FAILED',
    'Failed to execute goal',
    'column ',
    'e: ',
    '.scala:',
    ' error ',
    ' at ',
    'UncaughtExceptionHandler',
    'ed option: ',
    'heap size: ',
    'enough space',
  ],
  lineStarts: {
    // * What went wrong: · FAILURE: Build failed · * Try: · APPLICATION FAILED TO START · Description: · Action:
    inside: [
      '\\* What went wrong:',
      '\\* Try:',
      'BUILD FAILED',
      'APPLICATION FAILED TO START',
      '(?:Description|Action): ',
      '\\*{9,}',
    ],
  },
  logTriggers: ['APPLICATION FAILED'],
  parse(lines, from) {
    return (
      parsePatterns(lines, from) ??
      parseShort(lines, from) ??
      parseClojure(lines, from) ??
      parseProject(lines, from) ??
      parseSpring(lines, from)
    );
  },
};

const parsePatterns = patternTable([
  // [ERROR] /srv/app/Basket.java:[15,27] cannot find symbol
  [
    /^(?:\[ERROR\]|Error: |ERROR)? ?(?<file>\S.{0,400}\.(?:java|kt|scala|groovy)):\[(?<line>\d+),(?<column>\d+)\] (?:error: )?(?<message>.+)$/,
    { linesBelow: /^(?:\[ERROR\])?\s{2,}\S/ },
  ],
  // e: file:///srv/app/Cart.kt:12:17 text · e: /srv/app/Cart.kt: (12, 17): text
  [
    /^e: (?:file:\/\/)?(?<file>\S.{0,400}\.kts?):(?: \()?(?<line>\d+)(?:, |:)(?<column>\d+)\)?:? (?<message>.+)$/,
    { linesBelow: /^\s{2,}\S/ },
  ],
  // -- [E007] Type Mismatch Error: Cart.scala:3:37 -------
  // [error] /srv/app/Cart.scala:12:40: type mismatch;
  // Scala 3 puts the message below the carets that mark the source, sbt above.
  [
    /^(?:\[error\] )?-- (?:\[(?<code>E\d+)\] )?(?:[\w ]{1,60} )?Error: (?<file>\S{1,400}\.scala):(?<line>\d+):(?<column>\d+) -+(?:\n.*){1,11}?\n(?:\[error\] *)?\|? *\^+\n(?:\[error\] *)?\|? *(?<message>.*)/,
    { lineCount: 14 },
  ],
  [
    /^(?:\[error\] )?(?<file>\S{1,400}\.scala):(?<line>\d+):(?<column>\d+): (?<message>.+)(?:\n.*){0,11}?\n(?:\[error\] *)?\|? *\^+(?=\n|$)/,
    { lineCount: 13 },
  ],
  // [ERROR] Failed to execute goal G on project P: message -> [Help 1]
  // What Maven prints again below is the error that stands above.
  [
    /^(?:\[ERROR\]|Error: )? ?(?<message>Failed to execute goal .+?)(?: -> \[Help \d+\])?$/,
    {
      linesBelow:
        /^(?!\[ERROR\] Failed to execute)(?:\[?(?:ERROR|Error:)\]?(?: |$)|\s{2,}\S|\/\S+:\[\d|-> \[Help)/,
      refersTo: 'previous',
    },
  ],
  // * What went wrong:
  // Execution failed for task ':compileJava'.
  // > error: invalid source release: 21
  [
    /^\* What went wrong:\n(?<message>Execution failed for task.*\n> (?:Compilation (?:failed|error)|There were failing tests|A failure occurred while executing org\.jetbrains\.kotlin).*)/,
    { lineCount: 3, messageLines: /^(?!\s*(?:\* (?:Try|Where|Exception)|$))/, refersTo: 'previous' },
  ],
  [
    /^\* What went wrong:\n(?<message>.+)/,
    { lineCount: 2, messageLines: /^(?!\s*(?:\* (?:Try|Where|Exception)|$))/ },
  ],
  // Exception: java.lang.OutOfMemoryError thrown from the UncaughtExceptionHandler in thread "poller"
  [/^Exception: (?<type>[\w.$]{1,200}) thrown from the UncaughtExceptionHandler in thread/],
  // Unrecognized option: --nope
  // Error: Could not create the Java Virtual Machine.
  [
    /^(?<message>(?:Unrecognized option: |Invalid (?:maximum|initial) heap size: |Could not reserve enough space for ).+)$/,
    { linesBelow: /^Error: (?:Could not create the Java|A fatal exception has occurred)/ },
  ],
  // Error: Could not find or load main class shop.Nowhere
  // Caused by: java.lang.ClassNotFoundException: shop.Nowhere
  [
    /^Error: (?<message>(?:Could not find or load main class|Unable to (?:access jarfile|initialize main class)|Main method not found|LinkageError occurred) .+)$/,
    { refersTo: 'next' },
  ],
]);

// CartTest > empty cart FAILED
//     java.lang.IllegalStateException at CartTest.java:24
//         Caused by: java.io.IOException at Feed.java:9
/** Gradle's short form of a failed test. */
function parseShort(lines: Line[], from: number): ParseResult | undefined {
  if (!lines[from - 1]?.text.endsWith(' FAILED')) return undefined;
  const exceptions: Exception[] = [];
  let next = from;
  for (; next < lines.length; next++) {
    const { text: below, inputLine } = lines[next] as Line;
    const [, type, file, line] = SHORT.exec(below.slice(0, 600)) ?? [];
    if (type === undefined || file === undefined) break;
    const frames = [toAppFrame(inputLine, file, line)];
    exceptions.push({
      type,
      message: '',
      frames,
      inputLine,
      ...(next > from ? { relation: 'cause' as const } : {}),
    });
  }
  if (exceptions.length === 0) return undefined;
  return parseResult(lines, from, next, { exceptions });
}
const SHORT =
  /^\s*(?:Caused by: )?((?:[a-z][\w$]{0,60}\.){1,12}[A-Z][\w$]{0,100}) at (\w{1,100}\.\w{2,6}):(\d+)$/;

// Execution error (ClassCastException) at shop.a/total (a.clj:2). · Syntax error compiling at (b.clj:2:10).
// ` at` looks like a frame of a trace in one line, which was taken apart.
const parseHeading = patternTable([
  [
    /^(?:Execution|Syntax) error(?: \((?<type>\w{1,100})\))?[a-z -]{0,40}?[ \n]at (?:[^()]{0,200} )?\((?<file>[^():]{1,300}):(?<line>\d+)(?::(?<column>\d+))?\)\.(?:\n(?<message>.*))?/,
    { lineCount: 3 },
  ],
]);

function parseClojure(lines: Line[], from: number): ParseResult | undefined {
  const found = parseHeading(lines, from);
  if (found === undefined) return undefined;
  // The trace below says the same, and more.
  const { message } = found.trace.exceptions[0] as Exception;
  return lines[found.next]?.text.endsWith(`: ${message}`) ? undefined : found;
}

// [ERROR] 'dependencies.dependency.version' for com.acme:pay:jar is missing. @ line 21, column 17
// [ERROR] The build could not read 1 project -> [Help 1]
/** What Maven says of a project that it cannot read; it says it again below. */
const parseProject = patternTable([
  [
    /^(?:\[(?:ERROR|FATAL)\] )*(?<message>\S.* @ [^@\n]{0,400}line \d+, column \d+)(?:\n.*){0,10}?\n.*The build could not read \d+ project.*/,
    { lineCount: 12, linesBelow: /^(?!(?:\[ERROR\] )?$)/ },
  ],
]);

// APPLICATION FAILED TO START … Description: … Action: …
function parseSpring(lines: Line[], from: number): ParseResult | undefined {
  if ((lines[from] as Line).text.trim() !== 'APPLICATION FAILED TO START') return undefined;
  const end = skipMatching(lines, from, /^(?!\s*Action:)/, 40);
  const message = /(?:^|\n)Description:\n+([^]*)$/.exec(joinTrimmed('', lines, from, end))?.[1] ?? '';
  return groupsResult(lines, from, end, { message });
}
