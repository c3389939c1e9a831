import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkCode } from '../../src/guide/linked-code.ts';

const [app, table] = [
  { path: 'app.py', text: 'serve()\n' },
  { path: 'table.csv', text: 'a,b\n' },
];
const lock = (version: string) => ({ path: 'requirements.txt', text: `shop==${version}\n` });

test('linkCode has the files that every cause has in one text, others in one for each cause', () => {
  const causes = [
    { id: 'first', changed: [], unchanged: [app, table] },
    { id: 'second', changed: [], unchanged: [app, { ...table, text: 'c,d\n' }] },
    { id: 'third', changed: [], unchanged: [app] },
  ];
  assert.deepEqual(linkCode(causes), {
    shared: ['app.py'],
    causes: [
      { unchanged: ['table.csv'], locks: [] },
      { unchanged: ['table.csv'], locks: [] },
      { unchanged: [], locks: [] },
    ],
    texts: [
      { name: 'first.unchanged', text: '==> table.csv <==\na,b\n' },
      { name: 'second.unchanged', text: '==> table.csv <==\nc,d\n' },
      { name: 'shared', text: '==> app.py <==\nserve()\n' },
    ],
  });
});

test('linkCode shares nothing where there is one cause, and has locks as the fix leaves them', () => {
  const changed = [
    { path: 'requirements.txt', broken: lock('1'), fixed: lock('2') },
    { path: 'app.py', broken: app, fixed: { ...app, text: 'serve(2)\n' } },
    { path: 'go.sum', broken: { path: 'go.sum', text: 'sum\n' } },
  ];
  assert.deepEqual(linkCode([{ id: 'only', changed, unchanged: [table] }]), {
    shared: [],
    causes: [{ unchanged: ['table.csv'], locks: ['requirements.txt', 'go.sum'] }],
    texts: [
      { name: 'only.unchanged', text: '==> table.csv <==\na,b\n' },
      { name: 'only.locks', text: '==> requirements.txt <==\nshop==2\n\n==> go.sum <==\n\n' },
    ],
  });
});
