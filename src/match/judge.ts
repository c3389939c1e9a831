import { isGeneric, isProgram, isQualified, sameLanguage } from './names.ts';
import type { CompiledGuide } from './compile.ts';
import type { Findings } from './evidence.ts';
import type { Hit } from './types.ts';

export type Verdict = { confidence: Hit['confidence']; score: number };

/**
 * Weighs what was found, or says that it is not enough. `type` is the exception's, `hasSignal` whether a signal of
 * one of the guide's causes fits.
 */
export function judge(
  item: CompiledGuide,
  findings: Findings,
  type: string,
  message: string,
  language: string,
  hasSignal: boolean,
): Verdict | undefined {
  const { guide, framework } = item;
  const isForeign = framework !== undefined && !sameLanguage(language, framework.language);
  const fitsMessage = findings.message !== undefined;
  const isNamed = findings.type !== undefined;
  // A driver's class of any language may name what a server said; no program throws another language's.
  const isDriver = findings.type === 'qualified' && !isProgram(framework?.language ?? '');
  if (isForeign && findings.code === undefined && !isDriver) return undefined;
  const score = scoreOf(findings, type);
  const isDistinctive =
    !isGeneric(type) || (findings.type === 'qualified' && isQualified(type) && !isBuiltIn(type));
  if (findings.code !== undefined) {
    // A code under anybody's name (`Error`, ENOENT) may be about something else than what the guide's messages say.
    const isOwnName = isNamed && (isDistinctive || guide.messages.length === 0);
    return { score, confidence: fitsMessage || hasSignal || isOwnName ? 'exact' : 'likely' };
  }
  if (!isNamed) return fitsMessage ? messageAlone(item, findings, type, score) : undefined;

  // A builtin's name without its module, in a guide whose own name has one, may be another class.
  const isDoubtful = findings.type === 'segment' && isGeneric(type);
  // A line nearby may be about anything: for a name that is anybody's it counts only within the framework.
  const hasCause =
    hasSignal && (isDistinctive || findings.package !== undefined || framework?.packages.length === 0);
  if (fitsMessage || hasCause) {
    return { score, confidence: isDistinctive && (fitsMessage || !isDoubtful) ? 'exact' : 'likely' };
  }
  if (isDistinctive) {
    const differs = message !== '' && guide.messages.length > 0;
    return { score, confidence: differs ? 'possible' : 'likely' };
  }
  if (guide.messages.length > 0) return undefined;
  if (findings.package !== undefined) return { score, confidence: 'likely' };
  // The language's own guide of the bare name.
  return framework?.packages.length === 0 ? { score, confidence: 'possible' } : undefined;
}

/** The message without the type: likely at most, and nothing at all when the type says something else. */
function messageAlone(
  item: CompiledGuide,
  findings: Findings,
  type: string,
  score: number,
): Verdict | undefined {
  const weight = findings.message?.weight ?? 0;
  if (type !== '' && item.guide.exceptions.length > 0 && !isWord(type)) return undefined;
  if (weight < 12) return undefined;
  return { score, confidence: weight >= 20 || findings.package !== undefined ? 'likely' : 'possible' };
}

// A tool's or a compiler's own word, which names no class.
const isWord = (type: string) =>
  /^(?:error|fatal|fatal error|panic|warning|Error|ERROR|FATAL)$/.test(type) || type.includes(' ');

/** `java.lang.Exception` is qualified, and still anybody's. */
const isBuiltIn = (type: string) => /^(?:java\.(?:lang|io|util|sql)|System|builtins|kotlin)\./.test(type);

function scoreOf(findings: Findings, type: string): number {
  let score = 0;
  if (findings.code !== undefined) score += findings.isOwnCode ? 50 : 30;
  if (findings.type === 'qualified') score += 40;
  if (findings.type === 'segment') score += isGeneric(type) ? 20 : 38;
  if (findings.message !== undefined) score += 30 + Math.min(20, findings.message.weight / 4);
  if (findings.package !== undefined) score += 15;
  return score;
}
