import type { CompiledCause, CompiledGuide } from '../guide/compile.ts';
import type { GuideEntry } from '../guide/entries.ts';
import { compiledGuide } from './content.ts';
import { type PrintedLine, printedLines, shortenPrinted } from './printed.ts';

/** A proof in small, for the first page: the changed lines, and what one test printed on both sides. */
export type ShownProof = {
  guide: string;
  before: ProofSide;
  after: ProofSide;
  command: string;
};
export type ProofSide = {
  exit: number;
  /** Lines of the change as HTML; `isChanged` where only this side has the line. */
  code: { html: string; isChanged: boolean }[];
  printed: PrintedLine[];
};

const CANDIDATES = 12;
const MOST_LINES = 9;

/** Of the newest guides, the proof that is the shortest to read; both sides have a changed line, and one that tells. */
export async function shownProof(guides: GuideEntry[]): Promise<ShownProof | undefined> {
  const compiled = await Promise.all(guides.slice(0, CANDIDATES).map(compiledGuide));
  const proofs = compiled.flatMap((guide) => guide.causes.flatMap((cause) => proofOf(guide, cause) ?? []));
  const telling = proofs.filter(({ before, after }) =>
    [before, after].every(
      ({ code, printed }) => code.some(({ isChanged }) => isChanged) && printed.some(({ tells }) => tells),
    ),
  );
  return telling.sort((a, b) => lengthOf(a) - lengthOf(b))[0];
}

function proofOf(guide: CompiledGuide, cause: CompiledCause): ShownProof | undefined {
  const proof = cause.recorded[0]?.proof;
  const changed = cause.files.filter(({ diff }) => diff.some(isChange));
  if (!proof || changed.length !== 1) return undefined;
  const [file] = changed;
  const { diff } = file!;
  const isNear = (i: number) => diff.slice(Math.max(0, i - 1), i + 2).some(isChange);
  const side = (part: 'broken' | 'fixed'): ProofSide => ({
    exit: proof[part].test.exit,
    code: diff.flatMap((row, i) => {
      const line = row[part];
      if (line === undefined) return [];
      if (isNear(i)) return { html: file![part][line]!, isChanged: isChange(row) };
      return i > 0 && isNear(i - 1) && i < diff.length - 1 ? { html: '⋯', isChanged: false } : [];
    }),
    printed: shortenPrinted(printedLines(proof[part].test.output), MOST_LINES, 0),
  });
  return { guide: guide.id, before: side('broken'), after: side('fixed'), command: proof.commands.test };
}

const isChange = (row: { broken?: number; fixed?: number }) =>
  row.broken === undefined || row.fixed === undefined;

function lengthOf({ before, after }: ShownProof): number {
  const sides = [before, after];
  return sides.reduce((sum, { code, printed }) => sum + code.length + printed.length, 0);
}
