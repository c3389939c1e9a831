import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepProgress } from '../../src/commands/step-progress.ts';

/** A display whose output and clock the test has in hand. */
function display(isTTY: boolean) {
  let output = '';
  let now = 0;
  const write = (text: string) => {
    output += text;
    return true;
  };
  const progress = stepProgress({ isTTY, write } as NodeJS.WriteStream, () => now);
  return { progress, output: () => output, wait: (milliseconds: number) => (now += milliseconds) };
}

test('stepProgress shows nothing when an action takes less than two seconds', () => {
  const { progress, output, wait } = display(true);
  progress.show('Reading', 0);
  wait(1900);
  progress.show('Writing', 0.9);
  progress.end();
  assert.equal(output(), '');
});

test('stepProgress prints a line for each new step when there is no terminal', () => {
  const { progress, output, wait } = display(false);
  wait(2100);
  progress.show('Reading', 0.1);
  progress.show('Reading', 0.2);
  progress.show('Writing', 0.5);
  progress.end();
  assert.equal(output(), 'Reading (10 %)\nWriting (50 %)\n');
});

test('stepProgress draws a bar on a terminal and takes it away at the end', () => {
  const { progress, output, wait } = display(true);
  wait(2100);
  progress.show('Reading', 0.5);
  assert.equal(output(), '\r\x1b[K[###############...............] 50 % Reading');
  wait(10);
  progress.show('Reading', 0.6);
  progress.end();
  assert.ok(output().endsWith('Reading\r\x1b[K'), 'a bar that was just drawn is not drawn again');
});
