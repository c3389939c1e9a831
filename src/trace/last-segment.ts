/** The last part of a name: `java.lang.Error` → `Error`, `A::B` → `B`, `Outer$Inner` → `Inner`. */
export const lastSegment = (type: string): string => /[^.:\\/$]+$/.exec(type)?.[0] ?? type;
