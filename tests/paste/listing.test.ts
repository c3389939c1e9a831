import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format } from '../../src/locales/own/format.ts';
import { listing } from '../../src/locales/own/listing.ts';
import { foldLabel } from '../../src/paste/view/fold-label.ts';
import { lineParts } from '../../src/paste/view/line-parts.ts';
import { type Fold, listingRows } from '../../src/paste/view/listing.ts';

const python = `Traceback (most recent call last):
  File "/srv/venv/lib/python3.12/site-packages/celery/app/trace.py", line 453, in trace_task
    R = retval = fun(*args, **kwargs)
  File "/srv/app/tasks.py", line 12, in monthly
    return report.rows(month)
KeyError: 'total'`;

const labelOf = (fold: Fold | undefined) => fold && foldLabel(fold, listing, format);

test('listingRows marks the root and own frames, and folds the frames of a library with their lines', () => {
  assert.deepEqual(
    listingRows(python).map(({ line, kind, fold }) => [line, kind, labelOf(fold)]),
    [
      [1, undefined, undefined],
      [2, 'library', '1 frame in celery: trace_task, trace.py:453'],
      [4, 'own', undefined],
      [5, undefined, undefined],
      [6, 'root', undefined],
    ],
  );
});

test('listingRows shows every line once, in its order', () => {
  const text = listingRows(python).map((row) => row.text);
  assert.equal(text.join('\n'), python);
});

test('listingRows folds no line that has a note', () => {
  const rows = listingRows(python, undefined, new Set([3]));
  assert.deepEqual(
    rows.slice(1, 3).map(({ line, fold }) => [line, fold]),
    [
      [2, undefined],
      [3, undefined],
    ],
  );
});

test('listingRows names several libraries of a run', () => {
  const java = `java.lang.IllegalStateException: no
\tat org.hibernate.Session.run(Session.java:31)
\tat org.springframework.web.Dispatcher.go(Dispatcher.java:9)
\tat com.acme.Shop.main(Shop.java:9)`;
  assert.match(labelOf(listingRows(java)[1]!.fold)!, /^2 frames in \S+ and \S+$/);
});

test('foldLabel names two owners at most, and what a frame without a package belongs to', () => {
  assert.equal(
    labelOf({ frames: 4, owners: ['celery', 'billiard', 'kombu'] }),
    '4 frames in celery, billiard and others',
  );
  assert.equal(labelOf({ frames: 2, owners: [{ origin: 'runtime' }] }), '2 frames in the runtime');
});

test('lineParts softens a time stamp and marks the literal parts of a template', () => {
  const line = "[2026-01-15 09:30:00,000: ERROR/Main] Process 'a' exited with 'signal 9 (SIGKILL)'";
  assert.deepEqual(lineParts(line, ['Process {name} exited']), [
    { text: '[2026-01-15 09:30:00,000: ERROR/Main] ', look: 'soft' },
    { text: 'Process', look: 'mark' },
    { text: " 'a' " },
    { text: 'exited', look: 'mark' },
    { text: " with 'signal 9 (SIGKILL)'" },
  ]);
});

test('lineParts tints what decides within what is marked', () => {
  assert.deepEqual(lineParts('exited: signal 9 now', ['exited: signal 9'], ['signal 9']), [
    { text: 'exited: ', look: 'mark' },
    { text: 'signal 9', look: 'decides' },
    { text: ' now' },
  ]);
});

test('lineParts leaves a line as it is when a part of the template is missing', () => {
  assert.deepEqual(lineParts('all is well', ['all is {x} lost']), [{ text: 'all is well' }]);
});
