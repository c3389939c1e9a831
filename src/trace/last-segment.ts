/** The last part of a name: `java.lang.Error` → `Error`, `A::B` → `B`, `Outer$Inner` → `Inner`. */
export function lastSegment(type: string): string {
  let start = type.length;
  while (start > 0 && !SEPARATORS.includes(type[start - 1] as string)) start--;
  return start === type.length ? type : type.slice(start);
}

const SEPARATORS = '.:\\/$';
