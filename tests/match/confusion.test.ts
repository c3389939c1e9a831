import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchIndex } from '../../src/guide/match-index.ts';
import { readContent } from '../../src/guide/content.ts';
import { tracesOf } from '../../src/guide/records.ts';
import { matchText } from '../../src/match/index.ts';
import type { Hit } from '../../src/match/types.ts';
import { corpus } from '../trace/corpus.ts';
import allowed from './allowed.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const { content } = readContent(join(root, 'content'));
const index = matchIndex(content);
const ids = index.guides.map(({ id }) => id);
const hitsIn = (text: string): Hit[] => matchText(text, index).flatMap(({ hits }) => hits);
const guidesIn = (text: string) => [...new Set(hitsIn(text).map(({ guide }) => guide))];

const recorded = content.guides.flatMap((guide) =>
  guide.causes.flatMap((cause) =>
    tracesOf(cause).map(({ environment, trace }) => ({
      guide: guide.id,
      cause: cause.id,
      environment,
      text: trace,
    })),
  ),
);

for (const { guide, cause, environment, text } of recorded) {
  test(`The recorded trace of ${guide}#${cause} in ${environment} finds its own guide and cause first, and no other guide.`, () => {
    const hits = hitsIn(text);
    assert.equal(`${hits[0]?.guide}#${hits[0]?.cause}`, `${guide}#${cause}`);
    const others = hits.filter((hit) => hit.guide !== guide && hit.confidence !== 'possible');
    assert.deepEqual(others, []);
  });
}

test('The matrix of recorded traces and guides has nothing beside its diagonal.', (t) => {
  t.diagnostic(`columns: ${ids.map((id, column) => `${column + 1} ${id}`).join(', ')}`);
  let beside = 0;
  for (const { guide, cause, text } of recorded) {
    const hits = hitsIn(text);
    const cells = ids.map((id) => hits.find((hit) => hit.guide === id)?.confidence ?? '-');
    beside += cells.filter((cell, column) => cell !== '-' && ids[column] !== guide).length;
    t.diagnostic(`${cells.map((cell) => cell.padEnd(8)).join(' ')} ${guide}#${cause}`);
  }
  assert.equal(beside, 0);
});

test('Of the corpus only the errors that a guide covers find it, and those listed do.', () => {
  const found: Record<string, string[]> = {};
  for (const { format, name, text } of corpus()) {
    const guides = guidesIn(text);
    if (guides.length > 0) found[`${format}/${name}`] = guides;
  }
  assert.deepEqual(found, allowed);
});

test('A text without an error finds no guide.', () => {
  const folder = join(root, 'tests/trace/refusals');
  for (const file of readdirSync(folder))
    assert.deepEqual(guidesIn(readFileSync(join(folder, file), 'utf8')), [], file);
});

const lookalikes: Record<string, string> = {
  'Another fatal error of Go while goroutines wait':
    'fatal error: stack overflow\n\ngoroutine 18 [running]:\nmain.walk(...)\n\t/srv/shop/tree.go:9 +0x1c\n\ngoroutine 1 [sync.WaitGroup.Wait]:\nmain.main()\n\t/srv/shop/main.go:14 +0x2c\n',
  'A bare KeyError of plain Python':
    'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n    {}["a"]\nKeyError: \'a\'',
  'Another TypeError of Node.js':
    'TypeError: x is not a function\n    at main (/srv/app.js:3:5)\n    at node:internal/main:1:1',
  'A NullPointerException in a text of .NET':
    'Unhandled exception. Java.Lang.NullPointerException: x\n   at Shop.Cart.Add(Item item) in /srv/Cart.cs:line 12\n   at Shop.Program.Main() in /srv/Program.cs:line 3',
  'A class of the same last name in another package':
    'Exception in thread "main" com.shop.NullPointerException: x\n\tat com.shop.Cart.add(Cart.java:12)',
  'A WorkerLostError that prose names':
    'When the kernel kills a child, Celery raises a WorkerLostError and the task is lost.',
  'Another number of the Rust compiler':
    'error[E0499]: cannot borrow `x` as mutable more than once at a time\n --> src/main.rs:5:13\n  |\n5 |     let b = &mut x;\n  |             ^^^^^^ second mutable borrow occurs here',
  'A sentence about a failed fetch':
    '2026-02-03 09:41:07 INFO shop.sync: fetch failed for 2 items, will retry',
  'A fetch that failed in git':
    'error: RPC failed; HTTP 500\nfatal: fetch failed: the remote end hung up unexpectedly',
  'A refused connection of Python':
    'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nConnectionRefusedError: [Errno 111] Connection refused',
  'A killed process that is no worker': 'Killed\nmake: *** [Makefile:2: train] Error 137',
};

for (const [name, text] of Object.entries(lookalikes)) {
  test(`${name} finds no guide.`, () => assert.deepEqual(guidesIn(text), []));
}
