import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Cause, Environment, Guide } from '../../src/guide/content.ts';
import { readContent } from '../../src/guide/content.ts';
import { runSettings } from '../../src/guide/layers.ts';
import { changedInputs, proofInputs } from '../../src/guide/proof-inputs.ts';

type Inputs = { guide: Guide; cause: Cause; environment: Environment };

function inputs(): Inputs {
  const { content } = readContent(join(import.meta.dirname, 'content'));
  const guide = content.guides[0]!;
  return {
    guide,
    cause: guide.causes.find(({ id }) => id === 'missing')!,
    environment: guide.framework.environments[0]!,
  };
}

function inputsOf(change: (inputs: Inputs) => void = () => {}): Record<string, string> {
  const changed = inputs();
  change(changed);
  const { guide, cause, environment } = changed;
  const settings = runSettings(guide, cause, environment);
  assert.ok('commands' in settings);
  return proofInputs(guide, cause, environment, settings);
}

test('proofInputs hashes each file by itself when a cause is proved', () => {
  assert.deepEqual(Object.keys(inputsOf()), [
    '.node-version',
    'broken/price.mjs',
    'fixed/price.mjs',
    'settings',
    'test/price.test.mjs',
  ]);
});

const unchanged: Record<string, (inputs: Inputs) => void> = {
  'the title changes': ({ cause }) => (cause.frontmatter.title = 'Another'),
  'a question and signals change': ({ cause }) => {
    cause.frontmatter.question = 'Is it?';
    cause.frontmatter.signals = [{ message: 'text' }];
  },
  'files are read in another order': ({ cause }) => cause.layers.broken.reverse(),
  'the summary of the framework changes': ({ guide }) => (guide.framework.settings.summary = 'Another.'),
  'a command moves from the framework to the cause': ({ guide, cause }) =>
    (cause.frontmatter.run = guide.framework.settings.run!),
  'a file moves from the environment to app/': ({ cause, environment }) =>
    cause.layers.app.push(environment.files.pop()!),
};

for (const [what, change] of Object.entries(unchanged)) {
  test(`proofInputs stays the same when ${what}`, () => assert.deepEqual(inputsOf(change), inputsOf()));
}

const changes: Record<string, [change: (inputs: Inputs) => void, said: string[]]> = {
  'a character of the code changes': [
    ({ cause }) => (cause.layers.broken[0]!.text += ' '),
    ['broken/price.mjs changed'],
  ],
  'a file of the fix is removed': [({ cause }) => cause.layers.fixed.pop(), ['fixed/price.mjs is gone']],
  'the test changes': [({ cause }) => (cause.layers.test[0]!.text = '5'), ['test/price.test.mjs changed']],
  'a file is renamed': [
    ({ cause }) => (cause.layers.test[0]!.path = 'c.mjs'),
    ['test/c.mjs is new', 'test/price.test.mjs is gone'],
  ],
  'text becomes bytes': [
    ({ cause }) => Object.assign(cause.layers.test[0]!, { text: '/w==', encoding: 'base64' }),
    ['test/price.test.mjs changed'],
  ],
  'the lock changes': [({ environment }) => (environment.files[0]!.text = '22\n'), ['.node-version changed']],
};

const settings: Record<string, (inputs: Inputs) => void> = {
  'the command that runs it changes': ({ cause }) =>
    (cause.frontmatter.run = 'node --trace-uncaught price.mjs'),
  'the command that tests it changes': ({ guide }) => (guide.frontmatter.test = 'node --test'),
  'the limit of memory changes': ({ cause }) => (cause.frontmatter.limits.megabytes = 64),
  'the runtime changes': ({ guide }) => (guide.framework.settings.runtime = 'python'),
  'a service is needed': ({ environment }) => (environment.services = ['redis']),
};
for (const [what, change] of Object.entries(settings))
  changes[what] = [change, ['commands, services, runtime or limits changed']];

for (const [what, [change, said]] of Object.entries(changes)) {
  test(`changedInputs names what differs when ${what}`, () =>
    assert.deepEqual(changedInputs(inputsOf(), inputsOf(change)), said));
}
