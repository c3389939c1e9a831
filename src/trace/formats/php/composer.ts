import { type Reading, single } from '../../format.ts';
import type { Line } from '../../line.ts';

//   Your requirements could not be resolved to an installable set of packages.
//
//   Problem 1
//     - Root composer.json requires php ^8.3 but your php version (8.1.2) does not satisfy that requirement.
/** Composer's word for packages that do not fit together, and its list of problems. */
export function readComposer(lines: Line[], from: number): Reading | undefined {
  const message = (lines[from] as Line).text.trim();
  if (!message.startsWith('Your requirements could not be resolved to an installable set')) return undefined;
  const problems: string[] = [];
  let next = from + 1;
  for (let index = next; index < lines.length && index < from + 60; index++) {
    const { text } = lines[index] as Line;
    if (text.trim() === '') continue;
    if (!/^\s*(?:Problem \d+|- )/.test(text)) break;
    problems.push(text.trim());
    next = index + 1;
  }
  return single(lines, from, next, {
    type: 'error',
    message: [message, ...problems].join('\n'),
  });
}
