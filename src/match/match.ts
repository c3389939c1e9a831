import { parse } from '../trace/index.ts';
import type { Exception, Trace } from '../trace/types.ts';
import { type Context, findCauses, SignalTexts } from './causes.ts';
import { type Compiled, type CompiledGuide, compileIndex } from './compile.ts';
import { collectEvidence } from './evidence.ts';
import { rateMatch } from './rate-match.ts';
import { lastSegment } from '../trace/last-segment.ts';
import { compileTemplate, fits, normalise, type Template, wordsOf } from './template.ts';
import type { Hit, MatchIndex } from './types.ts';

const MAX_HITS = 10;
const RANK: Record<Hit['confidence'], number> = { exact: 200, likely: 100, possible: 0 };

/**
 * Finds the guides for a trace, the best first; none when no guide is about it.
 * `context` is of the original text: the trace's lines and the evidence's are counted alike.
 */
export function match(trace: Trace, index: MatchIndex, context: Context): Hit[] {
  const compiled = compileIndex(index);
  const places = new SignalTexts(trace, context);
  const best = new Map<string, { hit: Hit; score: number }>();
  const wrappers = guidesOfWrapper(trace, compiled, places);
  let isRootExact = false;
  for (const [position, exceptionIndex] of exceptionOrder(trace).entries()) {
    const exception = trace.exceptions[exceptionIndex];
    if (exception === undefined) continue;
    const isBetween = exceptionIndex !== trace.root && exceptionIndex !== trace.reported;
    for (const { hit, score } of matchOne(compiled, trace, exception, places)) {
      if (wrappers.size > 0 && !wrappers.has(hit.guide)) continue;
      const key = `${hit.guide}#${hit.cause ?? ''}`;
      const ranked = score - position * 12 + RANK[hit.confidence] - (isBetween ? 100 : 0);
      if ((best.get(key)?.score ?? -Infinity) >= ranked) continue;
      if (position === 0 && hit.confidence === 'exact') isRootExact = true;
      const isHandled = isBetween && exception.relation === 'context';
      // What was being handled when another failure came is beside the point where a guide explains that failure.
      if (isHandled && isRootExact) continue;
      const confidence = isHandled && hit.confidence === 'exact' ? 'likely' : hit.confidence;
      best.set(key, { hit: { ...hit, confidence }, score: ranked });
    }
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_HITS)
    .map(({ hit }) => hit);
}

/** Finds every trace of a text with its guides; of a short text without any, the guides of the message that it is. */
export function matchText(text: string, index: MatchIndex): { trace: Trace; hits: Hit[] }[] {
  let lines: string[] | undefined;
  const context = () => ({ lines: (lines ??= text.split(/\r?\n/)), first: 1 });
  const found = parse(text).map((trace) => ({ trace, hits: match(trace, index, context) }));
  return found.length > 0 ? found : matchMessage(text, index);
}

const MAX_LINES = 6;

/**
 * A message whose type nobody copied, which the parser takes for any sentence: only a guide can tell, and only one whose
 * message is half of the first line at least. Nothing for a longer text.
 */
export function matchMessage(text: string, index: MatchIndex): { trace: Trace; hits: Hit[] }[] {
  const lines = text.split(/\r?\n/);
  const trace = messageTrace(lines);
  if (trace === undefined) return [];
  const said = normalise(lines[trace.span[0] - 1] ?? '').length;
  const hits = match(trace, index, () => ({ lines, first: 1 })).filter(({ evidence }) =>
    evidence.some(
      ({ kind, text: template }) => kind === 'message' && compileTemplate(template).weight * 2 >= said,
    ),
  );
  return hits.length > 0 ? [{ trace, hits }] : [];
}

/** The lines of a short text as a trace that is a message alone; undefined for an empty text and for a longer one. */
export function messageTrace(lines: string[]): Trace | undefined {
  const filled = lines.filter((line) => line.trim() !== '');
  const first = filled[0];
  if (first === undefined || filled.length > MAX_LINES) return undefined;
  const offset = lines.indexOf(first) + 1;
  return {
    format: 'message',
    language: 'unknown',
    exceptions: [{ type: '', message: filled.join('\n').trim(), frames: [], inputLine: offset }],
    reported: 0,
    root: 0,
    alternatives: [],
    span: [offset, lines.lastIndexOf(filled.at(-1) ?? first) + 1],
  };
}

/**
 * The guides that are exactly about an error that passes its root on in the same words: Django's `IntegrityError` with
 * the message of the driver's `UniqueViolation`. They know more than a guide of the root. Empty when nothing repeats it.
 */
function guidesOfWrapper(trace: Trace, compiled: Compiled, places: SignalTexts): Set<string> {
  const root = trace.exceptions[trace.root];
  const message = firstLine(root);
  const wrappers = trace.exceptions
    .slice(0, MAX_EXCEPTIONS)
    .filter((exception) => exception !== root && message !== '' && firstLine(exception) === message);
  const found = wrappers.flatMap((exception) => matchOne(compiled, trace, exception, places));
  return new Set(found.filter(({ hit }) => hit.confidence === 'exact').map(({ hit }) => hit.guide));
}

const firstLine = (exception: Exception | undefined) => normalise(exception?.message.split('\n', 1)[0] ?? '');

const MAX_EXCEPTIONS = 20;

/** All exceptions of a trace that guides are compared with. */
export function comparedExceptions(trace: Trace): Exception[] {
  const ordered = exceptionOrder(trace).flatMap((index) => trace.exceptions[index] ?? []);
  return [...new Set([...ordered, ...trace.exceptions.slice(0, MAX_EXCEPTIONS)])];
}

/** Root first, then what was reported, then the alternatives, then the rest of the chain. */
function exceptionOrder(trace: Trace): number[] {
  const chain = [...trace.exceptions.keys()].filter(
    (index) => trace.exceptions[index]?.relation !== 'suppressed',
  );
  return [...new Set([trace.root, trace.reported, ...trace.alternatives, ...chain])].slice(0, MAX_EXCEPTIONS);
}

function matchOne(
  compiled: Compiled,
  trace: Trace,
  exception: Exception,
  places: SignalTexts,
): { hit: Hit; score: number }[] {
  const codes = codesOf(exception);
  const found: { hit: Hit; score: number }[] = [];
  const isKnownType = compiled.byType.has(lastSegment(exception.type).toLowerCase());
  const rated = [...candidates(compiled, exception, codes)].flatMap((item) => {
    const findings = collectEvidence(item, exception, trace, codes);
    const causes = findCauses(item, places);
    const verdict = rateMatch(item, findings, exception, trace.language, causes.length > 0, isKnownType);
    return verdict === undefined ? [] : [{ item, findings, causes, verdict }];
  });
  for (const { item, findings, causes, verdict } of rated) {
    if (rated.some((other) => saysMore(other.findings.message, findings.message))) continue;
    const { confidence } = verdict;
    const base = { guide: item.guide.id, confidence };
    if (causes.length === 0)
      found.push({ hit: { ...base, cause: null, evidence: findings.evidence }, score: verdict.score });
    for (const { cause, score, evidence } of causes) {
      found.push({
        hit: { ...base, cause, evidence: [...findings.evidence, ...evidence] },
        score: verdict.score + score,
      });
    }
  }
  return found;
}

/** Whether one message has words of its own where the other, which is about the same text, has a hole. */
function saysMore(one: Template | undefined, other: Template | undefined): boolean {
  if (one === undefined || other === undefined || one.literals.length > other.literals.length) return false;
  return one.weight > other.weight && fits(other, one.literals.join(''));
}

/** Guides that may fit, looked up: by the type's last part, by code, by a rare word of the message. */
function candidates(compiled: Compiled, exception: Exception, codes: string[]): Set<CompiledGuide> {
  const found = new Set(compiled.byType.get(lastSegment(exception.type).toLowerCase()));
  for (const code of codes) for (const item of compiled.byCode.get(code) ?? []) found.add(item);
  const words = new Set(wordsOf(`${exception.type} ${exception.message.slice(0, 4000)}`));
  for (const word of words) for (const item of compiled.byWord.get(word) ?? []) found.add(item);
  return found;
}

/** An exception's own code, and words of its message that have the form of one: `ECONNREFUSED`, `P2002`, `NOAUTH`. */
export function codesOf(exception: Exception): string[] {
  const text = `${exception.type} ${exception.message.slice(0, 4000)}`;
  const words = text.match(/\b(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{4,}|[A-Z]{1,4}\d{3,6})\b/g) ?? [];
  const states = [...text.matchAll(/SQLSTATE[[ :]{1,2}([0-9A-Z]{5})\b/g)].map((found) => found[1] as string);
  return [
    ...new Set(
      [...(exception.code === undefined ? [] : [exception.code]), ...words, ...states].map((code) =>
        code.toLowerCase(),
      ),
    ),
  ];
}
