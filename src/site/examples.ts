import type { CompiledGuide } from '../guide/compile.ts';
import type { GuideEntry, SiteEntry } from '../guide/entries.ts';
import { matchText } from '../match/index.ts';
import type { Hit, MatchIndex } from '../match/types.ts';
import { type ListingRow, listingRows } from '../paste/view/listing.ts';
import { compiledGuide } from './content.ts';
import { titleParts } from './titles.ts';

/** A recorded trace with what the matcher says of it, for the first page. */
export type Example = {
  guide: string;
  cause: string;
  framework: string;
  /** That the guide is written in. */
  language: string;
  /** The guide's error: `WorkerLostError`. */
  name: string;
  causeTitle: string;
  fix: string;
  /** The whole trace, for the box. */
  trace: string;
  rows: ListingRow[];
  hit: Hit;
};

const EXAMPLES = 3;
const MOST_ROWS = 9;

/** One recorded trace each of the newest guides of different languages, matched as a reader's paste is. */
export async function examples(guides: GuideEntry[], site: SiteEntry): Promise<Example[]> {
  const found: Example[] = [];
  const seen = new Set<string>();
  for (const entry of guides) {
    if (found.length === EXAMPLES) break;
    const { language, name } = site.frameworks.find(({ id }) => id === entry.framework)!;
    if (seen.has(language)) continue;
    const example = exampleOf(await compiledGuide(entry), name, site.index);
    if (!example) continue;
    seen.add(language);
    found.push(example);
  }
  return found;
}

function exampleOf(guide: CompiledGuide, framework: string, index: MatchIndex): Example | undefined {
  const trace = guide.trace.map(({ text }) => text).join('\n');
  const cause = guide.causes.find(({ id }) => id === guide.frontmatter.shows);
  const match = matchText(trace, index).find(({ hits }) => hits[0]?.guide === guide.id);
  const hit = match?.hits[0];
  if (!cause || !match || !hit || hit.cause !== cause.id) return undefined;
  const decided = new Set(hit.evidence.map(({ line }) => line));
  return {
    guide: guide.id,
    cause: cause.id,
    framework,
    language: guide.frontmatter.language,
    name: titleParts(guide.frontmatter.title).name ?? guide.frontmatter.title,
    causeTitle: cause.frontmatter.title,
    fix: cause.frontmatter.fix,
    trace,
    rows: excerpt(listingRows(trace, match.trace), decided),
    hit,
  };
}

/** The rows that tell most, in their order: what decided, the program's own frames, and what is near. */
function excerpt(rows: ListingRow[], decided: ReadonlySet<number>): ListingRow[] {
  const root = rows.findIndex(({ kind }) => kind === 'root');
  const rank = (row: ListingRow, i: number) => {
    if (row.kind === 'root' || decided.has(row.line)) return 0;
    if (row.text.trim() === '') return 100 + i;
    return (row.kind === 'own' ? 1 : 2) + Math.abs(i - root);
  };
  const best = rows.map((row, i) => ({ row, rank: rank(row, i) })).sort((a, b) => a.rank - b.rank);
  const chosen = best.slice(0, MOST_ROWS).map(({ row }) => row);
  return chosen.sort((a, b) => a.line - b.line);
}
