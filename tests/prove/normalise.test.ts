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
  moments: [
    ['a moment of a Python log', '[2026-11-23 00:04:12,167: ERROR]', '[2026-01-15 09:30:00,000: ERROR]'],
    ['an ISO moment', 'at 2026-11-23T00:04:12.1Z', 'at 2026-01-15T09:30:00.0Z'],
    ['a moment of a Go log', '2026/11/23 00:04:12 no', '2026/01/15 09:30:00 no'],
    ['an access log', '[23/Nov/2026:00:04:12 +0000]', '[15/Jan/2026:09:30:00 +0000]'],
    ['an access log of Django', '[23/Nov/2026 00:04:12]', '[15/Jan/2026 09:30:00]'],
    ['a log of PHP', '[23-Nov-2026 00:04:12 UTC]', '[15-Jan-2026 09:30:00 UTC]'],
    ['an HTTP date', 'date: Mon, 23 Nov 2026 00:04:12 GMT', 'date: Thu, 15 Jan 2026 09:30:00 GMT'],
    ['a log of Redis', '1:M 3 Nov 2026 00:04:12.123 *', '1:M 15 Jan 2026 09:30:00.000 *'],
    ['a moment of C', 'Mon Nov 23 00:04:12 2026', 'Thu Jan 15 09:30:00 2026'],
    ['a moment of date(1)', 'Mon Nov  2 00:04:12 UTC 2026', 'Thu Jan 15 09:30:00 UTC 2026'],
    ['the name of npm’s log', '2026-11-23T00_04_12_167Z-debug-0.log', '2026-01-15T09_30_00_000Z-debug-0.log'],
    [
      'a clock at the beginning of a line',
      'a\n[14:55:22] b\n14:55:22.123 c',
      'a\n[09:30:00] b\n09:30:00.000 c',
    ],
    ['a clock elsewhere may be data and stays', 'opens at 14:55:22', 'opens at 14:55:22'],
    ['the clock of Vitest', '   Start at  14:55:22', '   Start at  09:30:00'],
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
    ['a warning of Node', '(node:10359) Warning: x', '(node:101) Warning: x'],
    ['a thread of Rust', "thread 'main' (31207) panicked at", "thread 'main' (101) panicked at"],
    ['AddressSanitizer and Valgrind', 'a\n==77==ERROR: x\n==77== y', 'a\n==101==ERROR: x\n==101== y'],
    ['gdb', 'LWP 77 (process 77) exited', 'LWP 101 (process 101) exited'],
    ['Bash', 'x.sh: line 3:   77 Segmentation fault ./a', 'x.sh: line 3:   101 Segmentation fault ./a'],
    ['a line of a shell script stays', 'x.sh: line 3: 77: not found', 'x.sh: line 3: 77: not found'],
    [
      'PostgreSQL’s deadlock',
      'Process 88 waits for ShareLock on transaction 9; blocked by process 77.\nProcess 77 waits for x; blocked by process 88.',
      'Process 101 waits for ShareLock on transaction 9; blocked by process 102.\nProcess 102 waits for x; blocked by process 101.',
    ],
    ['a word process with a number stays', 'process 3 items', 'process 3 items'],
    ['Spring Boot', '  INFO 4711 --- [main] PID 4711 (', '  INFO 101 --- [main] PID 101 ('],
    ['PostgreSQL’s log', '09:30:00.000 UTC [77] ERROR:  x', '09:30:00.000 UTC [101] ERROR:  x'],
    [
      'Ruby’s Logger',
      'E, [2026-01-15T09:30:00.000000 #77] ERROR',
      'E, [2026-01-15T09:30:00.000000 #101] ERROR',
    ],
  ],
  transactions: [
    [
      'each transaction gets its number',
      'on transaction 812; x on transaction 811; y on transaction 812',
      'on transaction 741; x on transaction 742; y on transaction 741',
    ],
    ['a transaction of the program stays', 'transaction 811 failed', 'transaction 811 failed'],
  ],
  staleWords: [
    [
      'a register that Go is not sure of',
      'sql.f.func1(0x60?, {0x0?, 0x1ab89ba43e60?}, 0x3)',
      'sql.f.func1(0x0?, {0x0?, 0x0?}, 0x3)',
    ],
    ['a word without a question mark stays', 'conn(0x0, 0x40)', 'conn(0x0, 0x40)'],
  ],
  addresses: [
    ['Go’s heap of 1.26 has one length', '0xab623024000 0x1ab89ba43da0', '0x7f0000000001 0x7f0000000002'],
    ['and where it begins low', '0xb623024000 0x623024000', '0x7f0000000001 0x7f0000000002'],
    [
      'an address is numbered',
      '<f at 0x7f6204efa5c0> 0x7f6204efa5c0',
      '<f at 0x7f0000000001> 0x7f0000000001',
    ],
    ['a short number is none', 'SIGSEGV (0xb) 0xff', 'SIGSEGV (0xb) 0xff'],
    ['Go’s heap keeps its form', 'main.f(0xc000012120)', 'main.f(0xc000000001)'],
    ['Ruby’s keep their length', '#<Cart:0x000076ab12cd34ef>', '#<Cart:0x00007f0000000001>'],
  ],
  durations: [
    ['pytest', '2 passed in 0.13s', '2 passed in 0.00s'],
    ['celery', 'succeeded in 1.0201903199999833s: {}', 'succeeded in 0.00s: {}'],
    ['node', '✔ works (404.67ms)\nℹ duration_ms 139.326211', '✔ works (0.00ms)\nℹ duration_ms 0.00'],
    ['cargo', 'target(s) in 0.51s', 'target(s) in 0.00s'],
    [
      'Go',
      'ok  \texample.com/order\t0.213s\nFAIL\texample.com/x\t1.2s',
      'ok  \texample.com/order\t0.000s\nFAIL\texample.com/x\t0.000s',
    ],
    ['Go’s cached result stays', 'ok  \texample.com/order\t(cached)', 'ok  \texample.com/order\t(cached)'],
    [
      'Maven',
      'Time elapsed: 0.023 s <<< FAILURE!\n[INFO] Total time:  1.234 s',
      'Time elapsed: 0.00 s <<< FAILURE!\n[INFO] Total time:  0.00 s',
    ],
    [
      'Spring Boot',
      'Started Shop in 1.234 seconds (process running for 1.9)',
      'Started Shop in 0.00 seconds (process running for 0.00)',
    ],
    ['Spring Boot’s context', 'initialization completed in 345 ms', 'initialization completed in 0 ms'],
    ['PHPUnit', 'Time: 00:00.012, Memory: 24.46 MB', 'Time: 00:00.000, Memory: 6.00 MB'],
    ['Minitest', 'Finished in 0.001234s, ', 'Finished in 0.00s, '],
    [
      'RSpec',
      'Finished in 0.00123 seconds (files took 0.12 seconds to load)',
      'Finished in 0.00 seconds (files took 0.00 seconds to load)',
    ],
    ['Jest', '  ✓ adds (5 ms)\nTime:        0.512 s', '  ✓ adds (0 ms)\nTime:        0.00 s'],
    [
      'Vitest',
      ' ✓ test/a.test.ts (1 test) 3ms\n   Duration  312ms (transform 31ms, tests 1.2s)',
      ' ✓ test/a.test.ts (1 test) 0ms\n   Duration  0ms (transform 0ms, tests 0s)',
    ],
    ['Playwright', '1 passed (1.2s)', '1 passed (0.00s)'],
    ['a limit stays', 'Hard time limit (3s) exceeded', 'Hard time limit (3s) exceeded'],
  ],
  rates: [['Minitest', '810.37 runs/s, 810.37 assertions/s', '0.00 runs/s, 0.00 assertions/s']],
  seeds: [
    ['Minitest', 'Run options: --seed 12345', 'Run options: --seed 4242'],
    ['RSpec', 'Randomized with seed 815', 'Randomized with seed 4242'],
    ['a word seed stays', 'seed 12345', 'seed 12345'],
  ],
  ports: [
    ['the other forms', '[::1]:40123 0.0.0.0:40123 port=40124', '[::1]:49152 0.0.0.0:49152 port=49153'],
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
  temporaryNames: [
    ['a name of Python', '/tmp/tmpx1y2z_ab/a.csv', '/tmp/tmp00000001/a.csv'],
    ['a name of Go', '/tmp/go-build2837465123/b001', '/tmp/go-build00000001/b001'],
    ['a name that the program chose stays', '/tmp/orders-2026/a', '/tmp/orders-2026/a'],
  ],
};

/** Texts that make a pattern slow which tries the same stretch again from each of its characters. */
const hostile: Record<string, string> = {
  'line ends before the last character': `a${'\n'.repeat(200_000)}x`,
  'opening brackets': '('.repeat(200_000),
  'control sequences without end': '\u001b['.repeat(100_000),
  digits: '1'.repeat(200_000),
  'digits with dots': '1.'.repeat(100_000),
  blanks: `Time:${' '.repeat(200_000)}`,
  'blanks at the beginning of each line': ' \n'.repeat(100_000) + ' '.repeat(200_000),
  'threads of Rust': "thread '".repeat(30_000),
  'lines of Go': `ok  \t${'a'.repeat(200_000)}`,
  'words before a tab': 'ok \tb\t'.repeat(40_000),
  'temporary names': '/tmp/a'.repeat(40_000),
  'long temporary name': `/tmp/${'a-'.repeat(100_000)}`,
  'hexadecimal digits': `0x${'f'.repeat(200_000)}`,
  tests: '(1 test '.repeat(30_000),
  durations: '   Duration  '.repeat(20_000),
  memory: 'Time: 00:00.012, Memory: '.repeat(10_000),
  'lines of a shell': ': line 1: '.repeat(30_000),
};

for (const [what, text] of Object.entries(hostile)) {
  test(`normalise takes linear time when the text is ${what}`, () => {
    const start = performance.now();
    normalise(text, [['/tmp/x', '/app']]);
    assert.ok(performance.now() - start < 2000, `took ${Math.round(performance.now() - start)} ms`);
  });
}

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
