import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { causeFiles } from '../../src/guide/cause-files.ts';
import { readContent, type Cause, type Guide } from '../../src/guide/content.ts';
import { composeRun, composeSide, runSettings } from '../../src/guide/layers.ts';
import { changedInputs, proofInputs } from '../../src/guide/proof-inputs.ts';

type Layers = { guide: Guide; cause: Cause };

/** The cause "missing" of the tests' content, proved in "24". */
function layers(): Layers {
  const { content } = readContent(join(import.meta.dirname, 'content'));
  const guide = content.guides[0]!;
  return { guide, cause: guide.causes.find(({ id }) => id === 'missing')! };
}

/** The same, with files of `fixed@24/`. */
function withFixedFor24(files: Record<string, string>): Layers {
  const { guide, cause } = layers();
  cause.environmentLayers.fixed['24'] = Object.entries(files).map(([path, text]) => ({ path, text }));
  return { guide, cause };
}

const textOf = (files: { path: string; text: string }[], wanted: string) =>
  files.find(({ path }) => path === wanted)?.text;

test('composeRun puts the files of fixed@24/ on all others when the fix is run in 24', () => {
  const { guide, cause } = withFixedFor24({ '.node-version': '22\n', 'price.mjs': '// for 24\n' });
  const environment = guide.framework.environments[0]!;
  const run = (side: 'broken' | 'fixed') => composeRun(guide, cause, environment, side);
  assert.equal(textOf(run('fixed'), '.node-version'), '22\n');
  assert.equal(textOf(run('fixed'), 'price.mjs'), '// for 24\n');
  assert.equal(textOf(run('broken'), '.node-version'), '24\n');
});

test('composeRun leaves the files of fixed@24/ out when the fix is run in another environment', () => {
  const { guide, cause } = withFixedFor24({ 'price.mjs': '// for 24\n' });
  const other = { ...guide.framework.environments[0]!, id: '22' };
  assert.notEqual(textOf(composeRun(guide, cause, other, 'fixed'), 'price.mjs'), '// for 24\n');
});

test('composeSide shows what a lock was before when a side replaces it for the shown environment', () => {
  const { guide, cause } = withFixedFor24({ '.node-version': '22\n' });
  assert.equal(textOf(composeSide(guide, cause, 'broken'), '.node-version'), '24\n');
  assert.equal(textOf(composeSide(guide, cause, 'fixed'), '.node-version'), '22\n');
  assert.equal(textOf(composeSide(guide, layers().cause, 'broken'), '.node-version'), undefined);
});

test('causeFiles leaves out what a package tool wrote when the fix replaces it', () => {
  const { guide, cause } = withFixedFor24({ 'package-lock.json': '{}', 'package.json': '{}' });
  const { changed, unchanged } = causeFiles(guide, cause);
  assert.deepEqual(
    changed.map(({ path }) => path),
    ['package.json', 'price.mjs'],
  );
  assert.equal(textOf(unchanged, 'package-lock.json'), undefined);
});

test('proofInputs names the side when its files for the environment change', () => {
  const { guide, cause } = layers();
  const environment = guide.framework.environments[0]!;
  const inputs = ({ guide, cause }: Layers) => {
    const settings = runSettings(guide, cause, environment);
    assert.ok('commands' in settings);
    return proofInputs(guide, cause, environment, settings);
  };
  const after = inputs(withFixedFor24({ 'lock.txt': '2\n' }));
  assert.deepEqual(changedInputs(inputs({ guide, cause }), after), ['fixed/lock.txt is new']);
});
