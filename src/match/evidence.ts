import type { Exception, Trace } from '../trace/types.ts';
import type { CompiledGuide } from './compile.ts';
import { type Agreement, agree } from './type-names.ts';
import { fits, normalise, type Template } from './template.ts';
import type { Evidence } from './types.ts';

/** What speaks for a guide where one exception is concerned. */
export type Findings = {
  type: Agreement;
  message: Template | undefined;
  code: string | undefined;
  /** Whether the exception has the code itself, and not only a word of its message. */
  isOwnCode: boolean;
  package: string | undefined;
  evidence: Evidence[];
};

/** Looks for all that a guide knows in one exception of a trace. */
export function collectEvidence(
  compiledGuide: CompiledGuide,
  exception: Exception,
  trace: Trace,
  codes: string[],
): Findings {
  const evidence: Evidence[] = [];
  const inputLine = exception.inputLine;
  const passedOn = passedOnType(exception.message);
  const isPassedOn = passedOn !== undefined && bestAgreement(compiledGuide, passedOn) === 'qualified';
  const type = isPassedOn ? 'qualified' : bestAgreement(compiledGuide, exception.type);
  if (type !== undefined)
    evidence.push({ kind: 'type', line: inputLine, text: isPassedOn ? passedOn : exception.type });
  const message = bestTemplate(compiledGuide.messages, exception);
  if (message !== undefined) evidence.push({ kind: 'message', line: inputLine, text: message.source });
  const code = compiledGuide.guide.codes.find((wanted) => codes.includes(wanted.toLowerCase()));
  if (code !== undefined) evidence.push({ kind: 'code', line: inputLine, text: code });
  const isOwnCode = code !== undefined && exception.code?.toLowerCase() === code.toLowerCase();
  const packageFound = findPackage(compiledGuide, exception, trace);
  if (packageFound !== undefined)
    evidence.push({ kind: 'package', line: packageFound.line, text: packageFound.name });
  return { type, message, code, isOwnCode, package: packageFound?.name, evidence };
}

/**
 * The name at the start of a message, as a library writes it that passes a driver's error on:
 * `(psycopg2.errors.UniqueViolation) duplicate key …`, `PG::UniqueViolation: ERROR: …`.
 */
export function passedOnType(message: string): string | undefined {
  const [, quoted, plain] = /^(?:\(([\w.:]{3,120})\) |([\w.:]{3,120}): )/.exec(message) ?? [];
  const name = quoted ?? plain;
  return name !== undefined && /[.:]/.test(name) ? name : undefined;
}

function bestAgreement(compiledGuide: CompiledGuide, type: string): Agreement {
  let best: Agreement;
  if (type === '') return best;
  for (const name of compiledGuide.guide.exceptions) {
    const agreement = agree(type, name);
    if (agreement === 'qualified') return agreement;
    best ??= agreement;
  }
  return best;
}

/** The template that says most, of those that fit the message, or the type and the message as one text. */
function bestTemplate(templates: Template[], exception: Exception): Template | undefined {
  if (templates.length === 0) return undefined;
  const text = normalise(`${exception.type}: ${exception.message.slice(0, 20_000)}`);
  return templates.filter((template) => fits(template, text)).toSorted((a, b) => b.weight - a.weight)[0];
}

/** A package of the guide's framework: in the type's own name, or in a frame. */
function findPackage(
  compiledGuide: CompiledGuide,
  exception: Exception,
  trace: Trace,
): { name: string; line: number } | undefined {
  const packages = compiledGuide.framework?.packages ?? [];
  const inType = packages.find((name) => isWithin(exception.type, name));
  if (inType !== undefined) return { name: inType, line: exception.inputLine };
  for (const { frames } of [exception, ...trace.exceptions]) {
    for (const frame of frames) {
      const inFrame = packages.find((name) => frame.package !== undefined && isWithin(frame.package, name));
      if (inFrame !== undefined) return { name: inFrame, line: frame.inputLine };
    }
  }
  return undefined;
}

/** `org.springframework.beans` is within `org.springframework`. */
function isWithin(name: string, of: string): boolean {
  if (name === of) return true;
  if (!name.startsWith(of)) return false;
  const next = name[of.length];
  return next === '.' || next === ':' || next === '\\' || next === '/';
}
