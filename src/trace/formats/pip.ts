import { type Format, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';

/** pip's reports: the head stands above the output of what failed, a closing error below it. */
export const pip: Format = {
  id: 'pip',
  language: 'python',
  hint: 'rror: |ERROR: ',
  read(lines, from) {
    const text = (lines[from] as Line).text.slice(0, 2000);
    if (!text.includes('rror: ') && !text.includes('ERROR: ')) return undefined;
    return readSlug(lines, from, text) ?? readSentence(lines, from, text);
  },
};

// error: subprocess-exited-with-error
//
// × python setup.py egg_info did not run successfully.
// │ exit code: 1
// ╰─> [6 lines of output]
function readSlug(lines: Line[], from: number, text: string): Reading | undefined {
  const code = /^\s*(?:error|ERROR): ([a-z]+(?:-[a-z]+)+)$/.exec(text)?.[1];
  if (code === undefined) return undefined;
  let next = from + 1;
  let message = '';
  for (let index = next; index < lines.length && index < from + 10; index++) {
    const below = (lines[index] as Line).text;
    const said = /^\s*× (.+)$/.exec(below)?.[1];
    if (said !== undefined && message === '') message = said;
    if (/^\s*(?:×|│|╰─>|\|)/.test(below)) next = index + 1;
    else if (below.trim() !== '') break;
  }
  const found = single(lines, from, next, {
    type: 'error',
    message,
    code,
  });
  // It closes the report that it began: told already.
  if (message === '' && code === 'subprocess-exited-with-error') return { ...found, reports: 'again' };
  if (code === 'subprocess-exited-with-error') return { ...found, reports: 'below' };
  return /^(?:metadata-generation|legacy-install|failed-wheel)/.test(code)
    ? { ...found, reports: 'above' }
    : found;
}

const SENTENCE =
  /^\s*ERROR: ((?:Could not find a version|No matching distribution|Could not install packages|Cannot install|ResolutionImpossible|Failed (?:to build|building)|Could not build wheels|Package [`'"]|Could not open requirements|Invalid requirement|Directory |Cannot uninstall|Command errored out|pip's dependency resolver).*)$/;

function readSentence(lines: Line[], from: number, text: string): Reading | undefined {
  const message = SENTENCE.exec(text)?.[1];
  if (message === undefined) return undefined;
  const found = single(lines, from, from + 1, { type: 'error', message });
  return /^(?:Failed|Could not build|No matching|Command errored|ResolutionImpossible)/.test(message)
    ? { ...found, reports: 'above' }
    : found;
}
