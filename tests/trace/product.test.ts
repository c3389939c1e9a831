import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parse } from '../../src/trace/index.ts';
import { corpus } from './corpus.ts';
import { losses, wrappers } from './wrappers.ts';

const entries = corpus().map((entry) => ({ ...entry, root: rootsOf(entry.text)[0] }));
let cases = 0;
let right = 0;

for (const [name, wrap] of Object.entries({ ...wrappers, ...losses })) {
  test(`Every recorded trace has the same root through ${name}.`, () => {
    const wrong: string[] = [];
    for (const { format, name: entry, text, root } of entries) {
      if (root === undefined) continue;
      cases++;
      if (rootsOf(wrap(text))[0] === root) right++;
      else wrong.push(`${format}/${entry}`);
    }
    assert.deepEqual(wrong, []);
  });
}

after(() => console.log(`${right} of ${cases} pastes have the root of the clean text.`));

function rootsOf(text: string): (string | undefined)[] {
  return parse(text).map((trace) => trace.exceptions[trace.root]?.type);
}
