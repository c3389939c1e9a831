import { decodeEntities } from '../trace/clean/strip-html.ts';
import type { Trace } from '../trace/types.ts';
import type { CompiledGuide } from './compile.ts';
import { fits, normalise } from './template.ts';
import type { Evidence, SignalField } from './types.ts';

export type FittingCause = { cause: string; score: number; evidence: Evidence[] };

/** What the error says of itself counts more than where it came by, and that more than a line nearby. */
const WEIGHTS: Record<SignalField, number> = { message: 20, frame: 12, near: 8 };

/** The lines around a trace, the first of which has the number `first` (1-based); cut only when somebody asks. */
export type Context = () => { lines: string[]; first: number };

/** How far from a trace a line may be and still speak of it. */
const NEAR = 50;

type Text = { text: string; line: number };

/** Texts that signals are looked for in, each with its line; made when the first signal asks for them. */
export class SignalTexts {
  readonly #trace: Trace;
  readonly #context: Context;
  readonly #made: Partial<Record<SignalField, Text[]>> = {};

  constructor(trace: Trace, context: Context) {
    this.#trace = trace;
    this.#context = context;
  }

  at(place: SignalField): Text[] {
    return (this.#made[place] ??= textBuilders[place](this.#trace, this.#context));
  }
}

const textBuilders: Record<SignalField, (trace: Trace, context: Context) => Text[]> = {
  message: ({ exceptions }) =>
    exceptions.map((compiledGuide) => ({
      text: normalise(`${compiledGuide.type}: ${compiledGuide.message.slice(0, 20_000)}`),
      line: compiledGuide.inputLine,
    })),
  frame: ({ exceptions }) =>
    exceptions.flatMap((compiledGuide) =>
      compiledGuide.frames.slice(0, 500).map((frame) => ({
        text: normalise(`${frame.file ?? ''} ${frame.line ?? ''} ${frame.function ?? ''}`),
        line: frame.inputLine,
      })),
    ),
  near: ({ span }, context) => {
    const { lines, first } = context();
    const found = linesNear(lines, span[0] - first, span[1] - first).map((index) => ({
      text: normalise(decodeEntities((lines[index] as string).slice(0, 4000))),
      line: first + index,
    }));
    // A terminal may have broken the line in two.
    const joined = found.slice(1).map((below, index) => {
      const above = found[index] as Text;
      return { text: above.text + below.text, line: above.line };
    });
    return [...found, ...joined];
  },
};

/** What docker compose writes before each line: the service's name. */
const SERVICE = /^[\w.-]{1,60} +\| /;
const MAX_LINES = 2000;

/**
 * The indexes of the lines of a trace, and of those within `NEAR` of it. Where several services write in turns, the lines of
 * the others do not count.
 */
function linesNear(lines: string[], from: number, to: number): number[] {
  const own = SERVICE.exec(lines[from] ?? '')?.[0] ?? '';
  const collect = (start: number, end: number, limit: number) => {
    const indexes: number[] = [];
    const step = start < end ? 1 : -1;
    for (let index = start; index !== end && indexes.length < limit; index += step)
      if ((lines[index] ?? '').startsWith(own)) indexes.push(index);
    return indexes;
  };
  const last = Math.min(lines.length, to + 1 + NEAR * 20);
  return [
    ...collect(from - 1, Math.max(-1, from - 1 - NEAR * 20), NEAR).reverse(),
    ...collect(Math.max(0, from), Math.min(to + 1, lines.length), MAX_LINES),
    ...collect(Math.min(to + 1, last), last, NEAR),
  ];
}

/** The causes that a signal speaks for, the best first; none when none can be told. */
export function findCauses(compiledGuide: CompiledGuide, places: SignalTexts): FittingCause[] {
  const fitting: FittingCause[] = [];
  for (const { id, signals } of compiledGuide.causes) {
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
