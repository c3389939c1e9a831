import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outputSteps } from '../../../src/prove/runtimes/go-output.ts';

const cases: [what: string, found: string, expected: string][] = [
  [
    'keeps only the failing goroutine when a map was used by two at once',
    'fatal error: concurrent map writes\n\ngoroutine 34 [running]:\nshop.Count()\n\t/app/stock.go:14 +0x72\ncreated by shop.Main in goroutine 1\n\t/app/stock.go:11 +0x6a\n\ngoroutine 1 [sync.WaitGroup.Wait]:\nmain.main()\n\t/app/main.go:14 +0x2f\n\ngoroutine 35 [runnable]:\nshop.Count()\n\t/app/stock.go:14 +0x72\nexit status 2\n',
    'fatal error: concurrent map writes\n\ngoroutine 2 [running]:\nshop.Count()\n\t/app/stock.go:14 +0x72\ncreated by shop.Main in goroutine 1\n\t/app/stock.go:11 +0x6a\nexit status 2\n',
  ],
  [
    'keeps the result of the test when a test used a map in two goroutines',
    'fatal error: concurrent map read and map write\n\ngoroutine 7 [running]:\na()\n\ngoroutine 1 [chan receive]:\nb()\nFAIL\tshop/test\t0.000s\nFAIL\n',
    'fatal error: concurrent map read and map write\n\ngoroutine 2 [running]:\na()\nFAIL\tshop/test\t0.000s\nFAIL\n',
  ],
  [
    'ends after the failing goroutine when a compiled program prints the list',
    'fatal error: concurrent map writes\n\ngoroutine 7 [running]:\na()\n\ngoroutine 1 [chan receive]:\nb()\n',
    'fatal error: concurrent map writes\n\ngoroutine 2 [running]:\na()\n',
  ],
  [
    'keeps all goroutines when each of them is part of the error',
    'fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan send]:\na()\n\ngoroutine 18 [chan send]:\nb()\nexit status 2\n',
    'fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan send]:\na()\n\ngoroutine 2 [chan send]:\nb()\nexit status 2\n',
  ],
  [
    'numbers goroutines in their order when they differ from run to run',
    'goroutine 18 gp=0xc000006fc0 m=4 mp=0x5a2b40 [running]:\ncreated by main.main in goroutine 1\n',
    'goroutine 2 [running]:\ncreated by main.main in goroutine 1\n',
  ],
  [
    'numbers data addresses when a build moves them',
    'database/sql.(*DB).conn(0x0, {0x745470, 0x929320}, 0x1)\n',
    'database/sql.(*DB).conn(0x0, {0x700010, 0x700020}, 0x1)\n',
  ],
];

for (const [what, found, expected] of cases) {
  test(`Go's output ${what}`, () => {
    assert.equal(
      outputSteps.reduce((text, step) => step(text), found),
      expected,
    );
  });
}
