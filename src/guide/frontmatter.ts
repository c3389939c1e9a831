import { LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { didYouMean, type Problem } from './problems.ts';

/** The two parts of an `.mdx` file, with the 1-based line on which each begins. */
export type Split = { yaml: string; yamlLine: number; body: string; bodyLine: number };

/** Splits `---` frontmatter from the body; a file without it has an empty `yaml`. */
export function splitFrontmatter(text: string): Split {
  const open = /^---[ \t]*\r?\n/.exec(text);
  const close = open && /^---[ \t]*(\r?\n|$)/m.exec(text.slice(open[0].length));
  if (!open || !close) return { yaml: '', yamlLine: 1, body: text, bodyLine: 1 };
  const yaml = text.slice(open[0].length, open[0].length + close.index);
  const body = text.slice(open[0].length + close.index + close[0].length);
  return { yaml, yamlLine: 2, body, bodyLine: 2 + countNewlines(yaml) + 1 };
}

/** Whether a text begins with frontmatter that has no closing `---`. */
export function unclosedFrontmatter(text: string): boolean {
  return /^---[ \t]*\r?\n/.test(text) && splitFrontmatter(text).bodyLine === 1;
}

/**
 * Reads JSON that a program wrote against a schema.
 * @returns the value, or the first problem in one sentence: such a file is written again, not mended
 */
export function readJson<Value>(schema: z.ZodType<Value>, text: string): { value?: Value; problem?: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { problem: `is not JSON: ${(error as Error).message}. Prove the cause again.` };
  }
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data };
  const [first] = describe(result.error.issues[0]!, data, schema, '', () => 1);
  const says = first!.message.replace(/ (Add it|Change it)\.$/, '');
  return { problem: `${first!.field || 'the file'}: ${says} Prove the cause again.` };
}

/**
 * Reads YAML against a schema. Every problem names the line that the value stands on.
 * @param file name for messages
 * @param firstLine line of the file on which `yaml` begins, 1-based
 */
export function readYaml<Value>(
  schema: z.ZodType<Value>,
  yaml: string,
  file: string,
  firstLine = 1,
): { value?: Value; problems: Problem[]; lineOf: (path: PropertyKey[]) => number } {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, stringKeys: true });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const lineOf = (path: PropertyKey[]) => lineAt(offsetOf(document, path));

  if (document.errors.length > 0) {
    // One mistake may be met several times: the first place is where to look.
    const { code, message, pos } = document.errors[0]!;
    const says = yamlFaults[code] ?? `is not YAML: ${message.trim().replace(/\.$/, '')}. ${quoting}`;
    return { problems: [{ file, line: lineAt(pos[0]), message: says }], lineOf };
  }

  let data: unknown;
  try {
    data = document.toJS() ?? {};
    // Throws when an alias stands within what it names.
    JSON.stringify(data);
  } catch (error) {
    const why =
      error instanceof TypeError ? 'an alias stands within what it names' : (error as Error).message;
    const message = `is not YAML: ${why}. Write values without & and *, and quote text that begins with *.`;
    return { problems: [{ file, line: firstLine, message }], lineOf };
  }
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, problems: [], lineOf };
  return {
    problems: result.error.issues.flatMap((issue) => describe(issue, data, schema, file, lineOf)),
    lineOf,
  };
}

const quoting = 'Quote text that holds ": ", " #" or starts with one of {[&*!|>%@`.';
/** Faults of YAML that quotes do not mend, by the code of the parser. */
const yamlFaults: Partial<Record<string, string>> = {
  DUPLICATE_KEY: 'names a field that stands above already. Remove one of them.',
  MULTIPLE_DOCS: 'has a second document, which "---" begins. Remove that line, or what follows it.',
  NON_STRING_KEY: 'has a field whose name is no text. Write a name before the ":".',
  RESOURCE_EXHAUSTION: 'is nested too deeply. Write it flatter.',
};

/** One zod issue in words; an unknown key becomes a problem of its own, each on its line. */
function describe(
  issue: z.core.$ZodIssue,
  data: unknown,
  schema: z.ZodType,
  file: string,
  lineOf: (path: PropertyKey[]) => number,
): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const known = keysAt(schema, issue.path);
      const hint = didYouMean(key, known) || (known.length > 0 ? ` Known here: ${known.join(', ')}.` : '');
      return {
        file,
        line: lineOf(path),
        field: fieldName(path),
        message: `Unknown field.${hint}`,
      };
    });
  }
  const found = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown>)?.[key],
    data,
  );
  const says =
    found === undefined
      ? 'is missing. Add it.'
      : `${expectation(issue)}, found ${shorten(typeof found === 'number' ? String(found) : JSON.stringify(found))}. Change it.`;
  return [{ file, line: lineOf(issue.path), field: fieldName(issue.path), message: says }];
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `must be of type ${issue.expected}`;
  if (issue.code === 'too_small' && issue.origin === 'string') return 'must not be empty';
  if (issue.code === 'too_small' && issue.message.startsWith('Too small'))
    return `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
  if (issue.code === 'too_big' && issue.message.startsWith('Too big'))
    return `must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
  return issue.message.replace(/^Invalid (string|input): /, '').replace(/\.$/, '');
}

/** A value as a message shows it: long ones are cut. */
function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 100)}…" (${text.length} characters)` : text;
}

/** The keys of the object schema at a path, for "Known here". */
function keysAt(schema: z.ZodType, path: PropertyKey[]): string[] {
  type Def = {
    shape?: Record<string, z.ZodType>;
    element?: z.ZodType;
    innerType?: z.ZodType;
    in?: z.ZodType;
  };
  const definition = (node: z.ZodType | undefined): Def => (node?.def ?? {}) as unknown as Def;
  let node: z.ZodType | undefined = schema;
  const unwrap = () => {
    for (let inner = definition(node); inner.innerType ?? inner.in; inner = definition(node)) {
      node = inner.innerType ?? inner.in;
    }
  };
  for (const key of path) {
    unwrap();
    node = typeof key === 'number' ? definition(node).element : definition(node).shape?.[String(key)];
  }
  unwrap();
  return Object.keys(definition(node).shape ?? {});
}

/** `['signals', 0, 'frame']` as `signals[0].frame`. */
export function fieldName(path: PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`))
    .join('');
}

/** Offset of the deepest node of the path that is there; a missing field is reported at its parent. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const pairs = (parent as { items?: { key?: { value?: unknown; range?: number[] } }[] } | null)?.items;
    const key = path[length - 1];
    const pair = pairs?.find((item) => item.key?.value === key);
    if (pair?.key?.range) return pair.key.range[0] ?? 0;
    const node = document.getIn(path.slice(0, length), true) as { range?: number[] } | undefined;
    if (node?.range) return node.range[0] ?? 0;
  }
  return 0;
}

function countNewlines(text: string): number {
  return text.split('\n').length - 1;
}
