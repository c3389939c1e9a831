import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { isFull, ONLY_FULL } from '../full.ts';
import { append } from './edits/edit-files.ts';
import { temporaryProject } from './project.ts';
import { mustBuild } from './run-build.ts';

const END = /^Built dist\/: 1 guide, \d+ pages \(\d+ as before\), \d+\.\d MB, in \d+\.\d s\.$/;
/** What takes a line of a terminal away. */
const CLEAR = '\r\x1b[K';
const BAR = /^\[#*\.*\] \d+ % [A-Z][a-z ]+$/;
const hasTerminal = process.platform === 'linux' && existsSync('/usr/bin/script');

let root: string;
before(async () => {
  if (!isFull) return;
  root = await temporaryProject();
  mkdirSync(join(root, 'content', 'components'));
  // Any build of it takes more than two seconds.
  writeFileSync(
    join(root, 'content', 'components', 'Slow.astro'),
    '---\nawait new Promise((resolve) => setTimeout(resolve, 2500));\n---\n<slot />\n',
  );
  append(join(root, 'content', 'shop', 'price-error', 'guide.mdx'), '\n<Slow>Later.</Slow>\n');
  await mustBuild(root);
});
after(() => isFull && rmSync(root, { recursive: true, force: true }));

/** Has the slow page rendered again. */
const edit = () => append(join(root, 'content', 'shop', 'price-error', 'guide.mdx'), '\nOnce more.\n');

test(
  'a build of more than two seconds prints a line a step and one at its end when it has no terminal',
  { skip: !isFull && ONLY_FULL },
  async () => {
    edit();
    const { output } = await mustBuild(root);
    const lines = output.trimEnd().split('\n');
    assert.match(
      lines.find((line) => line.startsWith('Built'))!,
      END,
    );
    const steps = lines.filter((line) => !line.startsWith('Built'));
    assert.ok(steps.length >= 2, output);
    for (const step of steps) assert.match(step, /^[A-Z][a-z ]+ \(\d+ %\)$/);
  },
);

test(
  'a build of more than two seconds shows a bar and leaves one line when it has a terminal',
  { skip: isFull ? !hasTerminal && 'needs script' : ONLY_FULL },
  async () => {
    edit();
    const command = `"${process.execPath}" "${join(root, 'src', 'cli.ts')}" build`;
    const { stdout: output } = await promisify(execFile)('script', ['-qec', command, '/dev/null'], {
      cwd: root,
    });
    const pictures = output.split(CLEAR);
    assert.ok(pictures.length >= 3, JSON.stringify(output));
    for (const picture of pictures.slice(0, -1).filter((text) => text !== '')) assert.match(picture, BAR);
    assert.match(pictures.at(-1)!.replace(/\r?\n$/, ''), END);
  },
);
