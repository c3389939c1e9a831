import { match } from '../../match/index.ts';
import type { MatchIndex } from '../../match/types.ts';
import type { Cause, Guide } from '../content.ts';
import { groupSignals, matchIndex } from '../match-index.ts';
import { parsedTraces } from './parsed-traces.ts';

/** A match names at most ten hits, so signals are tried in groups that are smaller. */
const GROUP = 8;

/**
 * Makes a function that finds which signals of a guide's causes fit an output, as the matcher sees it: each signal stands
 * as a cause of its own. It returns the places of the fitting signals by cause id, counted from 0.
 */
export function signalFit(guide: Guide): (output: string) => Map<string, Set<number>> {
  const signals = guide.causes.flatMap((cause) => cause.frontmatter.signals.map((_, i) => ({ cause, i })));
  const groups = Array.from({ length: Math.ceil(signals.length / GROUP) }, (_, i) =>
    indexOf(guide, signals.slice(i * GROUP, (i + 1) * GROUP)),
  );
  return (output) => {
    const lines = output.split(/\r?\n/);
    const found = new Map(guide.causes.map(({ id }) => [id, new Set<number>()]));
    for (const trace of parsedTraces(output)) {
      for (const { cause } of groups.flatMap((index) => match(trace, index, () => ({ lines, first: 1 })))) {
        const [id, i] = cause?.split('#') ?? [];
        if (id !== undefined) found.get(id)!.add(Number(i));
      }
    }
    return found;
  };
}

function indexOf(guide: Guide, signals: { cause: Cause; i: number }[]): MatchIndex {
  const { frameworks, guides } = matchIndex({ frameworks: [guide.framework], guides: [guide] });
  const causes = Object.fromEntries(
    signals.map(({ cause, i }) => [`${cause.id}#${i}`, groupSignals([cause.frontmatter.signals[i]!])]),
  );
  return { frameworks, guides: [{ ...guides[0]!, causes }] };
}
