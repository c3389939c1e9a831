import { type Format, reading, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';
import type { Exception } from '../types.ts';

/** What the JVM's tools report: Maven, Gradle, sbt, Kotlin's and Scala's compilers, launchers, a failed start of Spring Boot. */
export const maven: Format = {
  id: 'maven',
  language: 'java',
  hint: 'ERROR|Error: |went wrong|APPLICATION FAILED|Failed to execute goal|column |e: |.scala:| error | at |UncaughtExceptionHandler',
  read(lines, from) {
    const text = (lines[from] as Line).text.slice(0, 4000);
    return (
      readCompiler(lines, from, text) ??
      readScala(lines, from, text) ??
      readShort(lines, from, text) ??
      readClojure(lines, from, text) ??
      readProject(lines, from, text) ??
      readGoal(lines, from, text) ??
      readGradle(lines, from, text) ??
      readSpring(lines, from, text) ??
      readLauncher(lines, from, text)
    );
  },
};

const facts = {};

// [ERROR] /srv/app/Basket.java:[15,27] cannot find symbol · e: file:///srv/app/Cart.kt:12:17 text ·
// e: /srv/app/Cart.kt: (12, 17): text
function readCompiler(lines: Line[], from: number, text: string): Reading | undefined {
  const match =
    /^\s*(?:\[ERROR\]|Error: |ERROR)? ?(\S.{0,400}\.(?:java|kt|scala|groovy)):\[(\d+),(\d+)\] (?:error: )?(.+)$/.exec(
      text,
    ) ?? /^\s*e: (?:file:\/\/)?(\S.{0,400}\.kts?):(?: \()?(\d+)(?:, |:)(\d+)\)?:? (.+)$/.exec(text);
  if (match?.[1] === undefined) return undefined;
  let next = from + 1;
  while (next < lines.length && next < from + 8 && /^(?:\[ERROR\])?\s{2,}\S/.test((lines[next] as Line).text))
    next++;
  const frames = [ownFrame((lines[from] as Line).at, match[1], match[2], match[3])];
  const language = /\.kts?$/.test(match[1]) ? 'kotlin' : 'java';
  return single(lines, from, next, { ...facts, language, type: 'error', message: match[4] ?? '', frames });
}

// -- [E007] Type Mismatch Error: Cart.scala:3:37 ------- · [error] /srv/app/Cart.scala:12:40: type mismatch;
/** Scala 3 puts the message below the carets that mark the source, sbt above. */
function readScala(lines: Line[], from: number, text: string): Reading | undefined {
  const match =
    /^\s*(?:\[error\] )?(?:-- (?:\[(E\d+)\] )?(?:[\w ]{1,60} )?Error: )?(\S{1,400}\.scala):(\d+):(\d+)(?: -+$|: (.+)$)/.exec(
      text.slice(0, 1000),
    );
  if (match?.[2] === undefined) return undefined;
  let next = from + 1;
  const below = () => (lines[next]?.text ?? '').replace(/^\s*(?:\[error\] ?)?\s*\|?\s*/, '');
  while (next < from + 12 && next < lines.length && !/^\^+$/.test(below())) next++;
  if (next >= lines.length || next === from + 12) return undefined;
  next++;
  const message = match[5] ?? below();
  const frames = [ownFrame((lines[from] as Line).at, match[2], match[3], match[4])];
  return single(lines, from, next, { ...facts, type: 'error', message, code: match[1], frames });
}

// CartTest > empty cart FAILED
//     java.lang.IllegalStateException at CartTest.java:24
//         Caused by: java.io.IOException at Feed.java:9
/** Gradle's short form of a failed test. */
function readShort(lines: Line[], from: number, text: string): Reading | undefined {
  if (!SHORT.test(text) || !lines[from - 1]?.text.endsWith(' FAILED')) return undefined;
  const exceptions: Exception[] = [];
  let next = from;
  for (; next < lines.length; next++) {
    const { text: below, at } = lines[next] as Line;
    const [, type, file, line] = SHORT.exec(below.slice(0, 600)) ?? [];
    if (type === undefined || file === undefined) break;
    const frames = [ownFrame(at, file, line)];
    exceptions.push({
      type,
      message: '',
      frames,
      at,
      ...(next > from ? { relation: 'cause' as const } : {}),
    });
  }
  return reading(lines, from, next, { ...facts, exceptions, reported: 0, root: exceptions.length - 1 });
}
const SHORT =
  /^\s*(?:Caused by: )?((?:[a-z][\w$]{0,60}\.){1,12}[A-Z][\w$]{0,100}) at (\w{1,100}\.\w{2,6}):(\d+)$/;

// Execution error (ClassCastException) at shop.a/total (a.clj:2). · Syntax error compiling at (b.clj:2:10).
function readClojure(lines: Line[], from: number, text: string): Reading | undefined {
  if (!/^\s*(?:Execution|Syntax) error /.test(text)) return undefined;
  // ` at` looks like a frame of a trace in one line, which was taken apart.
  const isApart = lines[from + 1]?.text.startsWith('at ') ?? false;
  const next = isApart ? from + 2 : from + 1;
  const match =
    /^\s*\w+ error (?:\((\w{1,100})\) )?[a-z -]{0,40}?at (?:[^()]{0,200} )?\(([^():]{1,300}):(\d+)(?::(\d+))?\)\.$/.exec(
      (isApart ? `${text} ${lines[from + 1]?.text}` : text).slice(0, 800),
    );
  if (match?.[2] === undefined) return undefined;
  const frames = [ownFrame((lines[from] as Line).at, match[2], match[3], match[4])];
  const message = lines[next]?.text.trim() ?? '';
  // The trace below says the same, and more.
  if (lines[next + 1]?.text.endsWith(`: ${message}`)) return undefined;
  return single(lines, from, next + 1, { ...facts, type: match[1] ?? 'error', message, frames });
}

// [ERROR] 'dependencies.dependency.version' for com.acme:pay:jar is missing. @ line 21, column 17
// [ERROR] The build could not read 1 project -> [Help 1]
/** What Maven says of a project that it cannot read; it says it again below. */
function readProject(lines: Line[], from: number, text: string): Reading | undefined {
  const message = /^(?:\[(?:ERROR|FATAL)\] )*(\S.* @ .*line \d+, column \d+)$/.exec(text)?.[1];
  if (message === undefined) return undefined;
  for (let next = from + 1; next < lines.length && next < from + 12; next++)
    if (/The build could not read \d+ project/.test((lines[next] as Line).text)) {
      while (next < lines.length && next < from + 40 && !/^(?:\[ERROR\] )?$/.test((lines[next] as Line).text))
        next++;
      return single(lines, from, next, { ...facts, type: 'error', message });
    }
  return undefined;
}

// [ERROR] Failed to execute goal G on project P: message -> [Help 1]
function readGoal(lines: Line[], from: number, text: string): Reading | undefined {
  const message = /^\s*(?:\[ERROR\]|Error: )? ?(Failed to execute goal .+)$/.exec(text)?.[1];
  if (message === undefined) return undefined;
  let next = from + 1;
  // What Maven prints again below is the error that stands above.
  while (
    next < lines.length &&
    next < from + 60 &&
    /^(?:\[?(?:ERROR|Error:)\]?(?: |$)|\s{2,}\S|\/\S+:\[\d|-> \[Help)/.test((lines[next] as Line).text) &&
    !(lines[next] as Line).text.startsWith('[ERROR] Failed to execute')
  )
    next++;
  return {
    ...single(lines, from, next, {
      ...facts,
      type: 'error',
      message: message.replace(/ -> \[Help \d+\]$/, ''),
    }),
    reports: 'above',
  };
}

// * What went wrong:
// Execution failed for task ':compileJava'.
// > error: invalid source release: 21
function readGradle(lines: Line[], from: number, text: string): Reading | undefined {
  if (!/^\s*\* What went wrong:/.test(text)) return undefined;
  const said: string[] = [];
  let next = from + 1;
  for (; next < lines.length && next < from + 40; next++) {
    const below = (lines[next] as Line).text;
    if (/^\s*\* (?:Try|Where|Exception)/.test(below) || (below.trim() === '' && said.length > 0)) break;
    if (below.trim() !== '') said.push(below);
  }
  if (said.length === 0) return undefined;
  const message = said.join('\n').trim();
  const found = single(lines, from, next, { ...facts, type: 'error', message });
  return /^Execution failed for task[^\n]*\n> (?:Compilation (?:failed|error)|There were failing tests|A failure occurred while executing org\.jetbrains\.kotlin)/.test(
    message,
  )
    ? { ...found, reports: 'above' }
    : found;
}

// APPLICATION FAILED TO START … Description: … Action: …
function readSpring(lines: Line[], from: number, text: string): Reading | undefined {
  if (text.trim() !== 'APPLICATION FAILED TO START') return undefined;
  const said: string[] = [];
  let isDescription = false;
  let next = from + 1;
  for (let index = next; index < lines.length && index < from + 40; index++) {
    const below = (lines[index] as Line).text;
    if (/^\s*Action:/.test(below)) break;
    if (/^\s*Description:/.test(below)) isDescription = true;
    else if (isDescription && below.trim() !== '') said.push(below);
    if (below.trim() !== '') next = index + 1;
  }
  return single(lines, from, next, { ...facts, type: 'error', message: said.join('\n').trim() });
}

// Exception: java.lang.OutOfMemoryError thrown from the UncaughtExceptionHandler in thread "poller"
// Error: Could not find or load main class shop.Nowhere
// Caused by: java.lang.ClassNotFoundException: shop.Nowhere
function readLauncher(lines: Line[], from: number, text: string): Reading | undefined {
  const type = /^\s*Exception: ([\w.$]{1,200}) thrown from the UncaughtExceptionHandler in thread/.exec(
    text,
  )?.[1];
  if (type !== undefined) return single(lines, from, from + 1, { ...facts, type, message: '' });
  const message =
    /^\s*Error: ((?:Could not find or load main class|Unable to (?:access jarfile|initialize main class)|Main method not found) .+|LinkageError occurred .+)$/.exec(
      text,
    )?.[1];
  if (message === undefined) return undefined;
  return { ...single(lines, from, from + 1, { ...facts, type: 'error', message }), reports: 'below' };
}
