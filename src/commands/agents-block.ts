import { plainSign } from '../guide/sign.ts';
import type { GuideTitles, MatchFramework } from '../match/types.ts';
import type { GuideSource } from './guide-source.ts';

/** All that a file for agents may take of what they read, in bytes. */
export const MOST_BYTES = 8_000;
/** Signs of further causes are added to a line up to this length. */
const MOST_LINE = 240;

/**
 * A block of Markdown for a project's AGENTS.md, of at most 8,000 bytes: a line a guide, grouped by framework.
 * @param index what the guides were read from, for the command that agents run
 * @returns undefined when the frameworks have no guide
 */
export function agentsBlock(
  frameworks: MatchFramework[],
  guides: GuideSource,
  index: string | undefined,
): string | undefined {
  const lists = frameworks.map(({ id }) =>
    [...guides.titles.values()].filter((guide) => guide.id.startsWith(`${id}/`)),
  );
  const all = roundRobin(lists);
  if (all.length === 0) return undefined;
  const render = (shown: Set<GuideTitles>) => blockOf(lists, shown, all.length, guides, index);
  let least = 0;
  let most = all.length;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (Buffer.byteLength(render(new Set(all.slice(0, middle)))) <= MOST_BYTES) least = middle;
    else most = middle - 1;
  }
  return render(new Set(all.slice(0, least)));
}

function blockOf(
  lists: GuideTitles[][],
  shown: Set<GuideTitles>,
  count: number,
  guides: GuideSource,
  index: string | undefined,
): string {
  const lines = lists.flatMap((list) =>
    list.filter((guide) => shown.has(guide)).map((guide) => lineOf(guide, guides)),
  );
  const match = `tracebook match${index === undefined ? '' : ` --index ${index}`}`;
  const omitted = count - shown.size;
  return [
    '<!-- tracebook: begin, made by tracebook agents-md -->',
    '## Errors',
    '',
    `Run \`${match}\` on any stack trace before you change code (\`some-command 2>&1 | ${match}\`). It names the guide and the cause, or says that no guide fits.`,
    'A guide has the cause, the fix, and a test that fails before it and passes after it. Read it before you change code.',
    '',
    'Guides for what this project uses, as id: signs of its causes, the most frequent first:',
    '',
    ...lines,
    ...(omitted > 0
      ? [
          '',
          `${omitted} more ${omitted === 1 ? 'guide does' : 'guides do'} not fit here; \`${match}\` knows them too.`,
        ]
      : []),
    '<!-- tracebook: end -->',
    '',
  ].join('\n');
}

function lineOf({ id, causes }: GuideTitles, guides: GuideSource): string {
  const twin = guides.address({ guide: id, cause: null }).replace(/\/$/, '.md');
  let line = `- [${id}](${twin}):`;
  causes.forEach(({ sign }, i) => {
    const more = `${line}${i === 0 ? ' ' : ' | '}${plainSign(sign).replaceAll(/\s+/g, ' ')}`;
    if (i === 0 || Buffer.byteLength(more) <= MOST_LINE) line = more;
  });
  return line;
}

/** The first of each list, then the second of each: what is cut off is cut off everywhere. */
function roundRobin<Item>(lists: Item[][]): Item[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}
