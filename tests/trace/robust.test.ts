import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from '../../src/trace/index.ts';

const COUNT = 150_000;
const folders = ['trace', 'match', 'commands'].map((name) => join(import.meta.dirname, '../../src', name));

test('No code spreads a list of any length into arguments.', () => {
  const found = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .map((file) => join(folder, String(file)))
      .filter((file) => file.endsWith('.ts'))
      .filter((file) =>
        /\b(?:push|unshift|concat|max|min|fromCharCode)\(\s*\.\.\./.test(readFileSync(file, 'utf8')),
      ),
  );
  assert.deepEqual(found, []);
});

/** Texts with more parts than a call may have arguments. */
const long: Record<string, string> = {
  'lines that end in carriage returns': 'x\r'.repeat(COUNT),
  "lines that end in Unicode's separator": 'x\u2028'.repeat(COUNT),
  'escaped newlines': `"Error: x${'\\n    at f (a.js:1:2)'.repeat(COUNT)}"`,
  'breaks of HTML': `<b>x</b>${'<br>x'.repeat(COUNT)}`,
  'frames of a goroutine': `goroutine 1 [running]:\n${'main.f()\n\t/a.go:1 +0x1\n'.repeat(COUNT)}`,
  "frames of Ruby's reversed traceback": `Traceback (most recent call last):\n${"\t1: from a.rb:1:in `f'\n".repeat(COUNT)}a.rb:1:in \`f': x (KeyError)`,
  "frames of Monolog's stack": `[object] (A\\B(code: 0): x at /a.php:1)\n[stacktrace]\n${'#0 /a.php(1): f()\n'.repeat(COUNT)}"}`,
  "terms of Erlang's report": `** exception error: x\n${'     in function  a:b/1 (a.erl, line 1)\n'.repeat(COUNT)}`,
  'links of a chain in Python': `${'Traceback (most recent call last):\n  File "a.py", line 1, in f\nKeyError: 1\n\nDuring handling of the above exception, another exception occurred:\n\n'.repeat(COUNT / 10)}Traceback (most recent call last):\n  File "a.py", line 1, in f\nKeyError: 1`,
};

for (const [name, text] of Object.entries(long)) {
  test(`The parser returns traces when a text has ${COUNT} ${name}.`, () => {
    assert.ok(Array.isArray(parse(text.slice(0, 16_000_000))));
  });
}

/** Logs whose fields have another shape than loggers give them. */
const shapes: Record<string, string> = {
  'a value that is an object': '{"exception":[{"exc_type":"A","exc_value":{"toString":1},"frames":[]}]}',
  'a file name that is an object':
    '{"exception":[{"exc_type":"A","exc_value":"x","frames":[{"filename":{"toString":1}}]}]}',
  'a frame that is a number': '{"exception":[{"exc_type":"A","exc_value":"x","frames":[7]}]}',
  'deeply nested arrays': `{"exception":[{"exc_type":"A","exc_value":${'['.repeat(50_000)}${']'.repeat(50_000)},"frames":[]}]}`,
  'a message that is an array of numbers': '{"message":[1,2],"stack":{"a":1}}',
};

for (const [name, text] of Object.entries(shapes)) {
  test(`The parser returns traces when a JSON log has ${name}.`, () => {
    assert.ok(Array.isArray(parse(text)));
  });
}
