/** A guide's title as its parts: the error's own name, and what it says. */
export type TitleParts = { name?: string; rest: string };

/** `WorkerLostError: Worker exited prematurely` as name and rest; a title without a name is all rest. */
export function titleParts(title: string): TitleParts {
  const [, name, rest] = /^(\S+(?: \[\w+\])?): (.+)$/.exec(title) ?? [];
  return name && rest ? { name, rest } : { rest: title };
}
