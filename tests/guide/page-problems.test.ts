import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageProblems } from '../../src/site/page-problems.ts';

const files = [
  'content/celery/framework.yaml',
  'content/celery/other-guide/guide.mdx',
  'content/celery/worker-lost-error/guide.mdx',
  'content/celery/worker-lost-error/out-of-memory/cause.mdx',
  'content/rust/borrow-of-moved-value/guide.mdx',
  'content/site.yaml',
];
const problems = files.map((file) => ({ file, message: 'is wrong. Mend it.' }));

for (const [path, own] of [
  ['guides/celery/worker-lost-error/', [files[0], files[2], files[3], files[5]]],
  ['guides/celery/', [files[0], files[1], files[2], files[3], files[5]]],
  ['guides/', files],
  ['', files],
] as const) {
  test(`/${path} has the problems of ${own.length} files and no others`, () => {
    const found = pageProblems(path, problems);
    assert.deepEqual(
      found.own.map(({ file }) => file),
      own,
    );
    assert.equal(found.own.length + found.others.length, files.length);
  });
}
