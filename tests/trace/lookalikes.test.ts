import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from '../../src/trace/index.ts';

const folder = join(import.meta.dirname, 'lookalikes');

// Each text is like another language's: its name says what it is, and its first line is what must be read from it.
for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  test(`${file.replace(/\.txt$/, '').replaceAll('-', ' ')} is read as what it is.`, () => {
    const [expected, ...lines] = readFileSync(join(folder, file), 'utf8').split('\n');
    const found = parse(lines.join('\n')).map(
      ({ language, exceptions, root }) => `${language} ${exceptions[root]?.type}`,
    );
    assert.equal(found.join(', '), expected);
  });
}
