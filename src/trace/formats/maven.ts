import { type Format, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';

/** Maven's and Gradle's reports, and Spring Boot's page for a failed start. */
export const maven: Format = {
  id: 'maven',
  hint: /\[?ERROR\]? |Error:  |What went wrong|APPLICATION FAILED TO START|Could not find or load main class/,
  read(lines, from) {
    const text = (lines[from] as Line).text.slice(0, 4000);
    return (
      readCompiler(lines, from, text) ??
      readGoal(lines, from, text) ??
      readGradle(lines, from, text) ??
      readSpring(lines, from, text) ??
      readLauncher(lines, from, text)
    );
  },
};

const facts = { format: 'maven', language: 'java' };

// [ERROR] /srv/app/Basket.java:[15,27] cannot find symbol
function readCompiler(lines: Line[], from: number, text: string): Reading | undefined {
  const match =
    /^\s*(?:\[ERROR\]|Error: |ERROR)? ?(\S.{0,400}\.(?:java|kt|scala|groovy)):\[(\d+),(\d+)\] (?:error: )?(.+)$/.exec(
      text,
    );
  if (match?.[1] === undefined) return undefined;
  let next = from + 1;
  while (next < lines.length && next < from + 8 && /^(?:\[ERROR\])?\s{2,}\S/.test((lines[next] as Line).text))
    next++;
  const frames = [ownFrame((lines[from] as Line).at, match[1], match[2], match[3])];
  return single(lines, from, next, { ...facts, type: 'error', message: match[4] ?? '', frames });
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
  return /^Execution failed for task[^\n]*\n> Compilation failed/.test(message)
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

// Error: Could not find or load main class shop.Nowhere
// Caused by: java.lang.ClassNotFoundException: shop.Nowhere
function readLauncher(lines: Line[], from: number, text: string): Reading | undefined {
  const message =
    /^\s*Error: ((?:Could not find or load main class|Unable to (?:access jarfile|initialize main class)|Main method not found) .+|LinkageError occurred .+)$/.exec(
      text,
    )?.[1];
  if (message === undefined) return undefined;
  return { ...single(lines, from, from + 1, { ...facts, type: 'error', message }), reports: 'below' };
}
