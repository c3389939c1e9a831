import type { Guide } from '../../../src/guide/content.ts';
import { splitFrontmatter } from '../../../src/guide/frontmatter.ts';
import type { Random } from './random.ts';

type Variation = {
  rename: (text: string) => string;
  /** Ids of guides that are named as related. */
  related: string[];
  /** Ids of all guides; links lead to one of them. */
  ids: string[];
  /** Words of prose to draw from. */
  words: string[];
  random: Random;
};

/** What no word of prose stands in: code, tags, addresses. */
const NO_PROSE = /(`[^`]*`|<[^>]*>|\]\([^)]*\)|\{[^}]*\})/;
const LINK = /\]\(\/guides\/[^)]*\)/g;
/** Words shorter than this are those that hold sentences together. */
const SHORTEST = 5;
/** The share of the longer words that are drawn anew. */
const SHARE = 0.5;

/** Every longer word of the prose of guides, as often as it stands there. */
export function proseWords(guides: Guide[]): string[] {
  const texts = guides.flatMap(({ sections, causes }) =>
    [sections, ...causes.map((cause) => cause.sections)].flatMap((all) =>
      Object.values(all).map(({ markdown }) => markdown),
    ),
  );
  return texts.flatMap((text) =>
    proseLines(text).flatMap((line) =>
      line.split(NO_PROSE).flatMap((part, i) => (i % 2 === 0 ? (part.match(/\b[a-z]{5,12}\b/g) ?? []) : [])),
    ),
  );
}

/** An `.mdx` file of a synthetic guide: names changed, words drawn anew, links and related guides of its own. */
export function varyProse(text: string, { rename, related, ids, words, random }: Variation): string {
  const { yaml, body } = splitFrontmatter(text);
  const relation = related.map((id) => `  - guide: ${id}\n    because: ${sentence(words, random)}\n`);
  const facts = rename(yaml.replace(/^(related|formerly):.*\n(?:[ -].*\n)*/gm, ''));
  const list = /^related:/m.test(yaml) && relation.length > 0 ? `related:\n${relation.join('')}` : '';
  let isCode = false;
  const lines = body.split('\n').map((line) => {
    if (/^\s*(```|~~~)/.test(line)) isCode = !isCode;
    if (line.startsWith('## ')) return line;
    const isProse = !isCode && !/^<[A-Z]/.test(line);
    const linked = line
      .split(NO_PROSE)
      .map((part, i) => (i % 2 === 0 && isProse ? drawWords(part, words, random) : part))
      .join('');
    return rename(linked).replaceAll(LINK, () => `](/guides/${random.pick(ids)}/)`);
  });
  return `---\n${facts.trimEnd()}\n${list}---\n${lines.join('\n')}`;
}

function drawWords(text: string, words: string[], random: Random): string {
  return text.replaceAll(/\b[a-z]+\b/g, (word) =>
    word.length >= SHORTEST && random.next() < SHARE ? random.pick(words) : word,
  );
}

function sentence(words: string[], random: Random): string {
  const drawn = Array.from({ length: 8 }, () => random.pick(words)).join(' ');
  return `It ${drawn}.`;
}

function proseLines(text: string): string[] {
  let isCode = false;
  return text.split('\n').filter((line) => {
    const isFence = /^\s*(```|~~~)/.test(line);
    if (isFence) isCode = !isCode;
    return !isCode && !isFence;
  });
}
