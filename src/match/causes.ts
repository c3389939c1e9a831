import type { Trace } from '../trace/types.ts';
import type { CompiledGuide } from './compile.ts';
import { fits, normalise } from './template.ts';
import type { Evidence, Place } from './types.ts';

export type FittingCause = { cause: string; score: number; evidence: Evidence[] };

/** What the error says of itself counts more than where it came by, and that more than a line nearby. */
const WEIGHTS: Record<Place, number> = { message: 20, frame: 12, near: 8 };

/** The lines around a trace, the first of which has the number `first` (1-based); cut only when somebody asks. */
export type Context = () => { lines: string[]; first: number };

/** How far from a trace a line may be and still speak of it. */
const NEAR = 50;

type Text = { text: string; line: number };

/** Texts that signals are looked for in, each with its line; made when the first signal asks for them. */
export class Places {
  readonly #trace: Trace;
  readonly #context: Context;
  readonly #made: Partial<Record<Place, Text[]>> = {};

  constructor(trace: Trace, context: Context) {
    this.#trace = trace;
    this.#context = context;
  }

  at(place: Place): Text[] {
    return (this.#made[place] ??= MAKERS[place](this.#trace, this.#context));
  }
}

const MAKERS: Record<Place, (trace: Trace, context: Context) => Text[]> = {
  message: ({ exceptions }) =>
    exceptions.map((item) => ({
      text: normalise(`${item.type}: ${item.message.slice(0, 20_000)}`),
      line: item.at,
    })),
  frame: ({ exceptions }) =>
    exceptions.flatMap((item) =>
      item.frames.slice(0, 500).map((frame) => ({
        text: normalise(`${frame.file ?? ''} ${frame.line ?? ''} ${frame.function ?? ''}`),
        line: frame.at,
      })),
    ),
  near: ({ span }, context) => {
    const { lines, first } = context();
    const from = Math.max(0, span[0] - NEAR - first);
    const found = lines
      .slice(from, span[1] + NEAR - first + 1)
      .slice(0, 2000)
      .map((text, index) => ({ text: normalise(text.slice(0, 4000)), line: first + from + index }));
    // A terminal may have broken the line in two.
    const joined = found.slice(1).map((below, index) => {
      const above = found[index] as Text;
      return { text: above.text + below.text, line: above.line };
    });
    return [...found, ...joined];
  },
};

/** The causes that a signal speaks for, the best first; none when none can be told. */
export function findCauses(item: CompiledGuide, places: Places): FittingCause[] {
  const fitting: FittingCause[] = [];
  for (const { id, signals } of item.causes) {
    const evidence: Evidence[] = [];
    let score = 0;
    for (const { place, template } of signals) {
      const found = places.at(place).find(({ text }) => fits(template, text));
      if (found === undefined) continue;
      evidence.push({ kind: 'signal', line: found.line, text: template.source });
      score += WEIGHTS[place] + Math.min(5, template.weight / 8);
    }
    if (evidence.length > 0) fitting.push({ cause: id, score, evidence });
  }
  return fitting.sort((a, b) => b.score - a.score);
}
