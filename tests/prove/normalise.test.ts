import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folders, normalise, steps } from '../../src/prove/normalise.ts';

const cases: Record<keyof typeof steps, [what: string, found: string, expected: string][]> = {
  colours: [
    ['colours are taken out', '\u001b[31mError\u001b[0m: no', 'Error: no'],
    ['brackets of other kinds stay', 'error[E0382] [cause]', 'error[E0382] [cause]'],
  ],
  lineEnds: [
    ['lines of Windows become lines of Unix', 'a\r\nb\r\n', 'a\nb\n'],
    ['there is exactly one line end at the end', 'a\n\n\n', 'a\n'],
    ['no output stays no output', '', ''],
    ['blanks at a line end are the program’s and stay', 'wrapper: \nx\n', 'wrapper: \nx\n'],
  ],
  rootNotice: [
    [
      'the notice to root goes with its whole paragraph',
      [
        'before',
        "/x/platforms.py:893: SecurityWarning: You're running the worker with superuser privileges: this is",
        'absolutely not recommended!',
        '',
        'Please specify a different user using the --uid option.',
        '',
        'User information: uid=0 euid=0 gid=0 egid=0',
        '',
        '  _warn_or_raise_security_error(egid, euid, gid, uid,',
        'after',
        '',
      ].join('\n'),
      'before\nafter\n',
    ],
    ['other warnings stay', 'x.py:1: SecurityWarning: old TLS\n', 'x.py:1: SecurityWarning: old TLS\n'],
  ],
  moments: [
    ['a moment of a Python log', '[2026-11-23 00:04:12,167: ERROR]', '[2026-01-15 09:30:00,000: ERROR]'],
    ['an ISO moment', 'at 2026-11-23T00:04:12.1Z', 'at 2026-01-15T09:30:00.0Z'],
    ['a day alone may be data and stays', 'orders of 2026-11-23', 'orders of 2026-11-23'],
  ],
  uuids: [
    [
      'the same UUID stays the same',
      'task[0b6f0c1a-5d2e-4c3b-8a19-77aa00bb11cc] and 11111111-2222-3333-4444-555555555555, 0b6f0c1a-5d2e-4c3b-8a19-77aa00bb11cc',
      'task[5f0c1a52-7d3e-4b86-9a10-000000000001] and 5f0c1a52-7d3e-4b86-9a10-000000000002, 5f0c1a52-7d3e-4b86-9a10-000000000001',
    ],
  ],
  processIds: [
    ['each process gets its number', 'pid:10359 pid=77 PID 10359', 'pid:101 pid=102 PID 101'],
    ['words that end in pid stay', 'rapid 100', 'rapid 100'],
  ],
  addresses: [
    [
      'an address is numbered',
      '<f at 0x7f6204efa5c0> 0x7f6204efa5c0',
      '<f at 0x7f0000000001> 0x7f0000000001',
    ],
    ['a short number is none', 'SIGSEGV (0xb) 0xff', 'SIGSEGV (0xb) 0xff'],
  ],
  durations: [
    ['pytest', '2 passed in 0.13s', '2 passed in 0.00s'],
    ['celery', 'succeeded in 1.0201903199999833s: {}', 'succeeded in 0.00s: {}'],
    ['node', '✔ works (404.67ms)\nℹ duration_ms 139.326211', '✔ works (0.00ms)\nℹ duration_ms 0.00'],
    ['cargo', 'target(s) in 0.51s', 'target(s) in 0.00s'],
    ['a limit stays', 'Hard time limit (3s) exceeded', 'Hard time limit (3s) exceeded'],
  ],
  ports: [
    [
      'a port that the system gave is numbered, in both places',
      'connect ECONNREFUSED 127.0.0.1:32937\n port: 32937',
      'connect ECONNREFUSED 127.0.0.1:49152\n port: 49152',
    ],
    [
      'a chosen port stays',
      'http://127.0.0.1:4010 and localhost:16379',
      'http://127.0.0.1:4010 and localhost:16379',
    ],
  ],
};

for (const [name, list] of Object.entries(cases)) {
  for (const [what, found, expected] of list) {
    test(`${name}: ${what}`, () => {
      assert.equal(steps[name as keyof typeof steps](found), expected);
    });
  }
}

test('folders: the longest folder is replaced first, and whole names only', () => {
  const paths: [string, string][] = [
    ['/tmp/x1/app', '/app'],
    ['/tmp/x1/app/.venv', '/app/.venv-of-the-app'],
    ['/opt/py/lib', '/usr/lib'],
  ];
  assert.equal(
    folders('File "/tmp/x1/app/tasks.py" /tmp/x1/app/.venv/lib file:///tmp/x1/app /tmp/x1/apple', paths),
    'File "/app/tasks.py" /app/.venv-of-the-app/lib file:///app /tmp/x1/apple',
  );
});

test('to normalise twice changes nothing more', () => {
  const text = cases.uuids[0]![1] + cases.ports[0]![1] + cases.moments[0]![1] + cases.processIds[0]![1];
  const once = normalise(text, []);
  assert.equal(normalise(once, []), once);
});
