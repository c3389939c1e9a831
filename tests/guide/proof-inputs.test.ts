import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inputsHash } from '../../src/guide/proof-inputs.ts';

type Parts = Parameters<typeof inputsHash>;
type Inputs = { framework: Parts[0]; cause: Parts[1] };

function inputs(): Inputs {
  return {
    framework: {
      facts: {
        name: 'Shop',
        language: 'python',
        summary: 'A shop.',
        packages: [],
        runtime: 'python',
        services: [],
      },
      lock: [{ path: 'requirements.txt', text: 'celery==5.7.0\n' }],
    },
    cause: {
      facts: {
        title: 'A title',
        order: 1,
        signals: [],
        run: 'python main.py',
        test: 'python -m pytest',
        limits: { seconds: 60 },
      },
      files: {
        broken: [
          { path: 'a.py', text: '1' },
          { path: 'b.py', text: '2' },
        ],
        fixed: [{ path: 'a.py', text: '3' }],
        test: [{ path: 'test_a.py', text: '4' }],
      },
    },
  };
}

function hashOf(change: (inputs: Inputs) => void = () => {}): string {
  const changed = inputs();
  change(changed);
  return inputsHash(changed.framework, changed.cause);
}

test('the hash of the same inputs is the same on every machine', () => {
  assert.equal(hashOf(), 'sha256-56f795e8fae72afd2a3f2d9d3019ff03bd45be8c1614b91dd490ae9e7389f6a4');
});

const without: Record<string, (inputs: Inputs) => void> = {
  'the title': ({ cause }) => (cause.facts.title = 'Another'),
  'a question with its signals': ({ cause }) => {
    cause.facts.question = 'Is it?';
    cause.facts.signals = [{ message: 'text' }];
  },
  'the order in which files were read': ({ cause }) => cause.files.broken.reverse(),
  'the framework’s summary': ({ framework }) => (framework.facts.summary = 'Another.'),
};

for (const [what, change] of Object.entries(without)) {
  test(`${what} does not change the hash`, () => assert.equal(hashOf(change), hashOf()));
}

const within: Record<string, (inputs: Inputs) => void> = {
  'a character of the code': ({ cause }) => (cause.files.broken[0]!.text = '1 '),
  'a file that moved from broken to fixed': ({ cause }) => cause.files.fixed.push(cause.files.broken.pop()!),
  'the test': ({ cause }) => (cause.files.test[0]!.text = '5'),
  'a renamed file': ({ cause }) => (cause.files.broken[0]!.path = 'c.py'),
  'text that moved from one file into the next': ({ cause }) => {
    cause.files.broken[0]!.text = '12';
    cause.files.broken[1]!.text = '';
  },
  'the command that runs it': ({ cause }) => (cause.facts.run = 'python -X dev main.py'),
  'the command that tests it': ({ cause }) => (cause.facts.test = 'pytest'),
  'the limit of memory': ({ cause }) => (cause.facts.limits.megabytes = 64),
  'the lock': ({ framework }) => (framework.lock[0]!.text = 'celery==5.7.1\n'),
  'the runtime': ({ framework }) => (framework.facts.runtime = 'node'),
};

for (const [what, change] of Object.entries(within)) {
  test(`${what} changes the hash`, () => assert.notEqual(hashOf(change), hashOf()));
}
