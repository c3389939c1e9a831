import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { redact, steps } from '../../src/paste/redact/redact.ts';

const folder = join(import.meta.dirname, 'redact');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const files = readdirSync(folder);

for (const { name, redact: step } of steps) {
  const file = name.toLowerCase().replaceAll(' ', '-');
  test(`the step "${name}" masks what ${file}.txt holds, and nothing else`, () => {
    assert.equal(step(read(`${file}.txt`)), read(`${file}.expected.txt`));
  });
}

test('all steps together mask a whole log, and leave an ordinary trace as it is', () => {
  assert.equal(redact(read('log.txt')), read('log.expected.txt'));
  assert.equal(redact(read('trace.txt')), read('trace.txt'));
});

test('every input file has its test', () => {
  const named = steps.map(({ name }) => `${name.toLowerCase().replaceAll(' ', '-')}.txt`);
  const inputs = files.filter((file) => !file.endsWith('.expected.txt'));
  assert.deepEqual(inputs.sort(), [...named, 'log.txt', 'trace.txt'].sort());
});

const letters = (alphabet: string, min: number, max = min) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: min, maxLength: max });
const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';
const alphanumeric = lower + upper + digits;
const plant = (shape: (secret: string) => string, secret: fc.Arbitrary<string>) =>
  secret.map((value) => ({ secret: value, text: shape(value) }));

/** A secret, and the text that holds it. */
const planted = fc.oneof(
  plant(
    (key) => `key ${key} is wrong`,
    letters(upper + digits, 16).map((rest) => `AKIA${rest}`),
  ),
  plant(
    (key) => `"${key}"`,
    letters(alphanumeric, 36).map((rest) => `ghp_${rest}`),
  ),
  plant(
    (key) => `(${key})`,
    letters(`${alphanumeric}_`, 40, 82).map((rest) => `github_pat_${rest}`),
  ),
  plant(
    (key) => `slack: ${key},`,
    letters(`${digits}-${lower}`, 20, 50).map((rest) => `xoxb-${rest}`),
  ),
  plant(
    (key) => `[${key}]`,
    letters(alphanumeric, 24).map((rest) => `sk_live_${rest}`),
  ),
  plant(
    (key) => `jwt ${key}`,
    letters(alphanumeric, 20, 40).map((rest) => `eyJ${rest}.${rest}.${rest}`),
  ),
  plant((key) => `Authorization: Bearer ${key}`, letters(`${alphanumeric}._-`, 8, 60)),
  plant((key) => `request failed with Bearer 0${key}`, letters(`${alphanumeric}._-`, 8, 60)),
  plant((key) => `Cookie: a=${key}; b=1\n`, letters(alphanumeric, 8, 60)),
  plant(
    (key) => `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----`,
    letters(`${alphanumeric}+/`, 40, 200),
  ),
  ...['password', 'DB_PASSWORD', 'token', 'client_secret', 'api_key', 'apiKey'].flatMap((name) => [
    plant((key) => `${name}=${key} host=db`, letters(`${alphanumeric}!@#$%^*.~`, 6, 40)),
    plant((key) => `{"user": "x", "${name}": "${key}"}`, letters(`${alphanumeric} !@#$%^&*.~`, 6, 40)),
    plant((key) => `{\\"${name}\\":\\"${key}\\"}`, letters(`${alphanumeric}!@#$%^&*.~`, 6, 40)),
    plant((key) => `GET /x?a=1&${name}=${key} 500`, letters(alphanumeric, 6, 40)),
    plant((key) => `{'${name}' => '${key}'}`, letters(`${alphanumeric}!@#$%^&*.~`, 6, 40)),
  ]),
  plant((key) => `run --password ${key} now`, letters(alphanumeric, 6, 40)),
  plant((key) => `postgres://shop:${key}@db.internal:5432/shop`, letters(`${alphanumeric}!@$%^*.~`, 6, 40)),
  plant((key) => `https://shop.example/a?${key}`, letters(alphanumeric, 6, 40)),
  plant(
    (name) => `no user ${name}!`,
    fc.emailAddress({ size: 'small' }).filter((mail) => /^[\w.+-]+@/.test(mail)),
  ),
  plant((name) => `open /home/${name}/app.py failed`, letters(lower, 7, 12)),
  plant((name) => `open C:\\Users\\${name}\\app.py failed`, letters(alphanumeric, 7, 12)),
  plant(
    (ip) => `connect ${ip}:80`,
    fc.ipV4().filter((ip) => !/^127\.|^0\.0\.0\.0$/.test(ip)),
  ),
  plant(
    (ip) => `connect [${ip}]:80`,
    fc
      .array(letters('123456789abcdef', 4), { minLength: 8, maxLength: 8 })
      .map((groups) => groups.join(':'))
      .filter((ip) => /\d/.test(ip)),
  ),
  plant((key) => `digest ${key}.`, letters('0123456789abcdef', 32, 64)),
  plant(
    (key) => `signed ${key} ok`,
    letters(alphanumeric, 30, 60).map((rest) => `a1B2${rest}`),
  ),
);
const around = fc.oneof(
  fc.string({ size: 'medium' }),
  fc.constantFrom('', 'Error: ', '{"a": 1}', '    at f (a.js:1:2)'),
);

test('a planted secret never survives', () => {
  fc.assert(
    fc.property(planted, around, around, ({ secret, text }, before, after) => {
      // A word that stands elsewhere too is no secret there.
      fc.pre(!before.includes(secret) && !after.includes(secret));
      assert.ok(!redact(`${before}\n${text}\n${after}`).includes(secret));
    }),
    { numRuns: 3000 },
  );
});

test('what is redacted stays as it is', () => {
  const texts = fc.array(
    fc.oneof(
      planted.map(({ text }) => text),
      around,
      fc.string({ unit: fc.constantFrom(...'pwd=:?@/\\"\'&;.- ‹›1aA') }),
    ),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom('', ' ', '\n'), (parts, glue) => {
      const once = redact(parts.join(glue));
      assert.equal(redact(once), once);
    }),
    { numRuns: 3000 },
  );
});

test('ten times the text takes about ten times the time', () => {
  const hostile = [
    'password="',
    '://',
    '-----BEGIN A-----',
    'a@',
    '/home/',
    'aA1',
    '?a',
    ':',
    'x.',
    '\\"',
    ' ',
    '--token',
  ];
  for (const piece of hostile) {
    const time = (length: number) => {
      const text = piece.repeat(length / piece.length);
      // The processor's time: on a busy machine the clock also counts waiting.
      const runs = Array.from({ length: 5 }, () => {
        const start = process.cpuUsage();
        redact(text);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      });
      return Math.min(...runs);
    };
    const [short, long] = [time(30_000), time(300_000)];
    assert.ok(long < 30 * Math.max(short, 2), `${JSON.stringify(piece)}: ${short} ms, then ${long} ms`);
  }
});
