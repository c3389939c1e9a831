import type { Exception } from '../trace/types.ts';
import { isProgrammingLanguage, isSameLanguage } from '../trace/languages.ts';
import { isGeneric, isQualified } from './type-names.ts';
import type { CompiledGuide } from './compile.ts';
import type { Findings } from './evidence.ts';
import type { Hit } from './types.ts';

/** With fewer literal characters than this, a message alone leads to no guide. */
export const WEAK_WEIGHT = 12;
/** Literal characters of a template that say much. */
const STRONG_WEIGHT = 20;

export type Rating = { confidence: Hit['confidence']; score: number };

/**
 * Weighs what was found, or says that it is not enough.
 * @param hasSignal whether a signal of one of the guide's causes fits
 * @param isKnownType whether a guide of the index is about the exception's type
 */
export function rateMatch(
  compiledGuide: CompiledGuide,
  findings: Findings,
  { type, message, code }: Exception,
  language: string,
  hasSignal: boolean,
  isKnownType: boolean,
): Rating | undefined {
  const { guide, framework } = compiledGuide;
  if (isForeign(compiledGuide, findings, type, language)) return undefined;
  // Another error of the same list: TS2345 is not TS2322, whatever its message quotes.
  if (findings.code === undefined && guide.codes.some((own) => isSibling(own, code))) return undefined;
  // A compiler's number is another error, whatever words it shares with the guide's.
  if (findings.code === undefined && guide.codes.length > 0 && /^[A-Z]{1,4}\d{3,6}$/.test(code ?? ''))
    return undefined;
  const fitsMessage = findings.message !== undefined;
  const isNamed = findings.type !== undefined;
  const score = scoreOf(findings, type);
  const isDistinctive =
    !isGeneric(type) || (findings.type === 'qualified' && isQualified(type) && !isBuiltIn(type));
  if (findings.code !== undefined) {
    const isOwnName = isNamed && (isDistinctive || guide.messages.length === 0);
    if (fitsMessage || isOwnName) return { score, confidence: 'exact' };
    if (!isErrno(findings.code)) return { score, confidence: hasSignal ? 'exact' : 'likely' };
    // Anybody's code under anybody's name (`Error`, ENOENT) says little without the guide's message.
    const hasMore = findings.package !== undefined || hasSignal;
    if (hasMore) return { score, confidence: 'likely' };
    return isNamed || guide.messages.length === 0 ? { score, confidence: 'possible' } : undefined;
  }
  if (!isNamed)
    return fitsMessage ? messageAlone(compiledGuide, findings, type, score, isKnownType) : undefined;

  // A builtin's name without its module, in a guide whose own name has one, may be another class.
  const isDoubtful = findings.type === 'segment' && isGeneric(type);
  // A line nearby may be about anything: for a name that is anybody's it counts only within the framework.
  const isLanguages = framework?.packages.length === 0 && (message === '' || guide.messages.length === 0);
  const hasCause = hasSignal && (isDistinctive || findings.package !== undefined || isLanguages);
  if (findings.message !== undefined) {
    // Under anybody's name the message must say much, or something else agree.
    const saysEnough = isDistinctive || hasSignal || findings.message.weight >= STRONG_WEIGHT;
    return { score, confidence: saysEnough ? 'exact' : 'likely' };
  }
  if (hasCause) return { score, confidence: isDistinctive && !isDoubtful ? 'exact' : 'likely' };
  if (isDistinctive) {
    const differs = message !== '' && guide.messages.length > 0;
    return { score, confidence: differs ? 'possible' : 'likely' };
  }
  if (guide.messages.length > 0) return undefined;
  if (findings.package !== undefined) return { score, confidence: 'likely' };
  // The language's own guide of the bare name.
  return framework?.packages.length === 0 ? { score, confidence: 'possible' } : undefined;
}

/**
 * Whether the error is of another language's programs. What a server or a tool reports comes through programs of all: by
 * its code, a driver's class that is nobody else's or a message that says much.
 */
function isForeign(
  { framework }: CompiledGuide,
  findings: Findings,
  type: string,
  language: string,
): boolean {
  if (framework === undefined || isSameLanguage(language, framework.language)) return false;
  if (isProgrammingLanguage(framework.language)) return true;
  const isDriverClass = findings.type === 'qualified' || (findings.type === 'segment' && !isGeneric(type));
  return findings.code === undefined && !isDriverClass && (findings.message?.weight ?? 0) < STRONG_WEIGHT;
}

/** Two codes of one list: as long, and alike but for their digits. */
function isSibling(own: string, code: string | undefined): boolean {
  return (
    code !== undefined &&
    code !== own &&
    code.length === own.length &&
    /\d/.test(code) &&
    code.replace(/\d/g, '') === own.replace(/\d/g, '')
  );
}

/** The system's own, with which every program may end: errno's names as Node prints them, and the status of a process. */
const isErrno = (code: string) =>
  /^\d{1,3}$|^E(?:ACCES|ADDR\w+|AI_\w+|BUSY|CONN\w+|EXIST|HOSTUNREACH|INVAL|IO|ISDIR|LOOP|MFILE|NETUNREACH|NOENT|NOMEM|NOSPC|NOTDIR|NOTEMPTY|NOTFOUND|PERM|PIPE|ROFS|TIMEDOUT)$/.test(
    code,
  );

/** The message without the type: likely at most, and nothing at all when the type says something else. */
function messageAlone(
  compiledGuide: CompiledGuide,
  findings: Findings,
  type: string,
  score: number,
  isKnownType: boolean,
): Rating | undefined {
  const { guide, framework } = compiledGuide;
  const weight = findings.message?.weight ?? 0;
  // What a server says comes through drivers of all languages, each with a class of its own.
  const isOfServer = framework !== undefined && !isProgrammingLanguage(framework.language);
  const isPassedOn = isOfServer && !isKnownType && weight >= STRONG_WEIGHT;
  if (type !== '' && guide.exceptions.length > 0 && !isWord(type) && !isPassedOn) return undefined;
  if (weight < WEAK_WEIGHT) return undefined;
  return {
    score,
    confidence: weight >= STRONG_WEIGHT || findings.package !== undefined ? 'likely' : 'possible',
  };
}

// A tool's or a compiler's own word, which names no class.
export const isWord = (type: string) =>
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
