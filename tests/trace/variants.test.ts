import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from '../../src/trace/index.ts';

// Texts of other programs and versions than the corpus has. What stands above the line `---` is what must be read from
// what stands below it: one trace, and of its root these facts. `made: run`: a program printed it; `made: by the
// documented format`: it was written after the documentation of the tool that prints such texts.
const folder = join(import.meta.dirname, 'variants');
const FACTS = ['type', 'message', 'language', 'code'] as const;

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  test(`The variant ${file.replace(/\.txt$/, '')} is read as one trace with its root.`, () => {
    const text = readFileSync(join(folder, file), 'utf8');
    const cut = text.indexOf('\n---\n');
    const wanted = factsOf(text.slice(0, cut));
    const traces = parse(text.slice(cut + 5));
    const roots = traces.map(({ exceptions, root, language }) => ({ ...exceptions[root], language }));
    assert.equal(traces.length, 1, roots.map((root) => root.type).join(', ') || 'no trace was found');
    for (const name of FACTS)
      assert.equal((roots[0]?.[name] ?? '').split('\n', 1)[0], wanted[name] ?? '', name);
  });
}

function factsOf(head: string): Record<string, string> {
  return Object.fromEntries(
    head.split('\n').map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at), line.slice(at + 1).trim()];
    }),
  );
}
