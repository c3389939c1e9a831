import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { runtimes } from '../../../src/prove/runtimes/index.ts';
import { cache, readFiles, runProgram } from './harness.ts';
import { isFull } from '../../full.ts';

const programs = join(import.meta.dirname, 'programs');

/** program.json of a folder; `locks/` has the environment's files, `app/` the program, expected.txt its output. */
type Program = {
  runtime: string;
  run: string;
  exit: number;
  /** Versions and packages that must be reported; what is `*` differs from machine to machine. */
  versions: Record<string, string>;
  packages?: Record<string, string>;
};

/** The short test runs programs with small toolchains, the full one all. */
const small = ['c', 'node', 'python', 'ruby', 'shell'];
const names = (await readdir(programs)).sort().filter((name) => isFull || small.includes(name));

for (const name of names) {
  const folder = join(programs, name);
  const program = JSON.parse(await readFile(join(folder, 'program.json'), 'utf8')) as Program;

  test(`runtime ${program.runtime} runs the program ${name}`, async (context) => {
    const locks = await readFiles(join(folder, 'locks'));
    const runtime = runtimes[program.runtime]!;
    const toolchain = await runtime.prepare(locks, cache);
    if ('missing' in toolchain) return context.skip(toolchain.missing);

    const { versions, packages = {} } = toolchain;
    assert.deepEqual(Object.keys(versions), Object.keys(program.versions));
    for (const [tool, wanted] of Object.entries(program.versions)) {
      if (wanted !== '*') assert.equal(versions[tool], wanted);
      assert.match(versions[tool]!, /^\d+(\.\d+)+/);
    }
    for (const [tool, wanted] of Object.entries(program.packages ?? {})) assert.equal(packages[tool], wanted);

    const files = [...locks, ...(await readFiles(join(folder, 'app')))];
    const { exit, output } = await runProgram(toolchain, files, program.run);
    assert.equal(output, await readFile(join(folder, 'expected.txt'), 'utf8').catch(() => ''));
    assert.equal(exit, program.exit);

    const again = await runtime.prepare(locks, cache);
    assert.deepEqual(
      JSON.stringify(again),
      JSON.stringify(toolchain),
      'a second prepare takes it from the cache',
    );
  });
}
