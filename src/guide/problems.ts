import { closest, distance } from 'fastest-levenshtein';

/** Something wrong in the content: where, what was expected, what was found, what to do. */
export type Problem = {
  /** Path from the content folder's parent, with `/`: `content/celery/worker-lost-error/guide.mdx`. */
  file: string;
  /** 1-based. */
  line?: number | undefined;
  /** The field, as in `messages[0]`. */
  field?: string | undefined;
  /** Full sentences: what was expected, what was found, what to do. */
  message: string;
};

/**
 * One problem on one line, in the shape that editors and terminals link: `file:line field: message`.
 * Characters that would steer a terminal stand as `\\u001b`.
 */
export function formatProblem({ file, line, field, message }: Problem): string {
  const text = `${file}${line ? `:${line}` : ''}${field ? ` ${field}` : ''}: ${message}`;
  return text.replaceAll(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
}

/** Raised when content cannot be built; holds every problem found, not the first only. */
export class ContentError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`${problems.map(formatProblem).join('\n')}\n${count} in the content.`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** ` Did you mean "…"?` with the candidate nearest to a misspelt word, or nothing when none is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const list = [...candidates];
  const near = list.length > 0 ? closest(word, list) : '';
  return near && distance(word, near) <= Math.max(1, word.length / 3) ? ` Did you mean "${near}"?` : '';
}
