import { lastSegment } from '../trace/last-segment.ts';

/**
 * Names that many libraries and programs use: alone they say too little. Without the `Error`, `Exception` or `Warning`
 * at their end.
 */
const GENERIC = new Set(
  (
    ' runtime type value key index attribute name os io assertion syntax reference range import lookup arithmetic ' +
    'system connection timeout operational programming integrity database internal validation http notfound ' +
    'deprecation user throwable illegalstate illegalargument sql unsupportedoperation execution invocationtarget ' +
    'connect invalidoperation argument aggregate application standard nomethod script load error fatal panic notice ' +
    'deprecated query pdo unhandledpromiserejection completion nestedservlet badrequest systemexit exceptiongroup ' +
    'beancreation failure'
  ).split(' '),
);

/** Whether a name alone tells nothing; `name` is qualified or not. */
export const isGeneric = (name: string) =>
  GENERIC.has(
    lastSegment(name)
      .replace(/[\s:]+/g, '')
      .toLowerCase()
      .replace(/(?:error|exception|warning)$/, ''),
  );

export const isQualified = (name: string) => !name.includes(' ') && lastSegment(name) !== name;

/** How a trace's type and a guide's name agree. */
export type Agreement = 'qualified' | 'segment' | undefined;

/**
 * `qualified`: the same full name, also where it was moved into another package by shading, or `javax` became
 * `jakarta`. `segment`: the same last part where one of the two has no other. Two different full names do not agree.
 */
export function agree(type: string, name: string): Agreement {
  const a = plain(type);
  const b = plain(name);
  if (a === b) return isQualified(name) ? 'qualified' : 'segment';
  if (isQualified(name) && isQualified(type))
    return a.endsWith(`.${b}`) || b.endsWith(`.${a}`) ? 'qualified' : undefined;
  return plain(lastSegment(type)) === plain(lastSegment(name)) ? 'segment' : undefined;
}

const plain = (name: string) =>
  name
    .replace(/^\\/, '')
    .replace(/^javax\./, 'jakarta.')
    .replace(/::|\\|\$/g, '.')
    .toLowerCase();
