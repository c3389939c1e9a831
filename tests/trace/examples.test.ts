import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const folder = join(import.meta.dirname, '../../src/trace/formats');

type Documented = { where: string; pattern: RegExp; comment: string[] };

/** Patterns that are a list's items, or the first of a row that is, with the comment lines right above them. */
function documentedPatterns(file: string): Documented[] {
  const text = readFileSync(join(folder, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found: Documented[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const row = ts.isArrayLiteralExpression(node.parent) ? node.parent : undefined;
      const isFirst =
        row?.elements[0] === node && row !== undefined && ts.isArrayLiteralExpression(row.parent);
      const item = isFirst ? row : node;
      const comment = (ts.getLeadingCommentRanges(text, item.getFullStart()) ?? []).map(({ pos, end }) =>
        text.slice(pos, end).replace(/^\/\/ ?/, ''),
      );
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const end = node.text.lastIndexOf('/');
      const pattern = new RegExp(node.text.slice(1, end), node.text.slice(end + 1).replace('g', ''));
      if (row !== undefined && comment.length > 0)
        found.push({ where: `${file}:${line + 1}`, pattern, comment });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const documented = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts'))
  .flatMap(documentedPatterns);

test('Every pattern with an example above it fits the example.', () => {
  const wrong = documented.filter(
    ({ pattern, comment }) => !examplesIn(comment).some((text) => pattern.test(text)),
  );
  assert.deepEqual(
    wrong.map(({ where, comment }) => `${where}: ${comment.join(' | ')}`),
    [],
  );
});

test('Most patterns of formats have an example.', () =>
  assert.ok(documented.length > 100, `${documented.length}`));

/** The alternatives of each line, and the lines from each on as one text, with and without what is around them. */
function examplesIn(comment: string[]): string[] {
  const single = comment.flatMap((line) => line.split(' · '));
  const blocks = comment.map((_, from) => comment.slice(from).join('\n'));
  const trimmed = comment.map((_, from) =>
    comment
      .slice(from)
      .map((line) => line.trim())
      .join('\n'),
  );
  return [...single, ...single.map((text) => text.trim()), ...blocks, ...trimmed].map((text) =>
    text.replaceAll('<tab>', '\t'),
  );
}
