import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { readContent } from '../../src/guide/content.ts';
import { formatProblem } from '../../src/guide/problems.ts';
import { checkRunners } from '../../src/prove/check-runners.ts';
import { hashBytes } from '../../src/guide/proof-inputs.ts';
import { causeText, frameworkWith, guide, makeShop, type Files } from './shop.ts';

const cause = `${guide}/no-product`;
const other = `${guide}/no-voucher`;
const record = `${cause}/recorded/24`;

test('a proof is written first and compared from then on', async (context) => {
  const shop = await makeShop(context);

  const before = await shop.prove(cause);
  assert.equal(before.code, 1);
  assert.match(
    before.text,
    /recorded\/24: trace\.txt and proof\.json are missing\. Run "npx tracebook prove shop\/no-price\/no-product@24 --update"/,
  );

  const update = await shop.prove(undefined, { update: true });
  assert.equal(update.code, 0, update.text);
  assert.match(
    update.text,
    /^proved {2}shop\/no-price\/no-product@24 \(\d+\.\d s\): trace\.txt and proof\.json written$/m,
  );
  assert.match(update.text, /^2 proved, 0 failed, 0 skipped$/m);
  assert.match(
    await shop.read(`${record}/trace.txt`),
    /^TypeError: Cannot read properties of undefined \(reading 'price'\)\n {4}at file:\/\/\/app\/main\.mjs:3:/m,
  );
  const proof = JSON.parse(await shop.read(`${record}/proof.json`));
  assert.equal(proof.broken.exit, 1);
  assert.equal(proof.fixed.output, 'answer: undefined\n');
  assert.deepEqual(proof.versions, { node: process.versions.node });

  const again = await shop.prove();
  assert.equal(again.code, 0, again.text);
  assert.match(again.text, /^2 proved, 0 failed, 0 skipped$/m);
});

/** Each way to fail: what is changed in good content, and what is said of it. */
const failures: Record<string, { files: Files; says: RegExp; selection?: string; proved?: number }> = {
  'broken code that works': {
    files: { [`${cause}/broken/main.mjs`]: "console.log('fine');\n" },
    says: /broken: "node main\.mjs" must fail by itself, and ended with exit code 0\. Make it show the error\.\n\s+fine/,
  },
  'broken code that never ends': {
    files: {
      [`${cause}/broken/main.mjs`]: "console.log('waiting');\nsetInterval(() => {}, 1000);\n",
      [`${cause}/cause.mdx`]: causeWith('limits:\n  seconds: 1\n'),
    },
    says: /broken: "node main\.mjs" must fail by itself, and was stopped after 1 s\.[^]*waiting/,
  },
  'a program that is not there': {
    files: { [`${cause}/cause.mdx`]: causeWith('run: no-such-tool main.mjs\n') },
    says: /broken: "no-such-tool main\.mjs" must fail by itself, and could not start: the command "no-such-tool" is missing\./,
  },
  'broken code that fails in another way': {
    files: { [`${cause}/broken/main.mjs`]: "throw new RangeError('too far');\n" },
    says: /broken: what "node main\.mjs" prints must lead to shop\/no-price\/no-product first, and it leads to no guide\. Correct the guide's exceptions, messages and codes or this cause's signals\.\n[^]*RangeError: too far/,
  },
  'broken code that fails without an error': {
    files: { [`${cause}/broken/main.mjs`]: 'process.exit(1);\n' },
    says: /first, and no error was found in it\.[^]*\(it printed nothing\)/,
  },
  'signals that fit another cause': {
    files: {
      [`${cause}/broken/main.mjs`]:
        'throw new TypeError("Cannot read properties of null (reading \'percent\')");\n',
    },
    says: /must lead to shop\/no-price\/no-product first, and it leads to shop\/no-price\/no-voucher\./,
  },
  'signals that fit nothing': {
    files: {
      [`${cause}/broken/main.mjs`]:
        'throw new TypeError("Cannot read properties of undefined (reading \'weight\')");\n',
    },
    says: /must lead to shop\/no-price\/no-product first, and it leads to shop\/no-price\./,
  },
  'a fix that fails': {
    files: { [`${cause}/fixed/main.mjs`]: "// products[7]?.price\nthrow new Error('not fixed');\n" },
    says: /fixed: "node main\.mjs" must succeed, and ended with exit code 1\. Correct the fix\.\n[^]*not fixed/,
  },
  'a fix that prints an error': {
    files: {
      [`${cause}/fixed/main.mjs`]: "// products[7]?.price\nconsole.error(new TypeError('still there'));\n",
    },
    says: /fixed: "node main\.mjs" must print no error, and it does\. Correct the fix\.\n[^]*still there/,
  },
  'a test that passes on broken code': {
    files: { [`${cause}/test/main.test.mjs`]: "if (process.argv.includes('never')) process.exit(1);\n" },
    says: /test: "node test\/main\.test\.mjs" must fail on broken\/, and ended with exit code 0\. Make it check what the fix changes\./,
  },
  'a test that fails on fixed code': {
    files: { [`${cause}/test/main.test.mjs`]: "console.log('1 failed');\nprocess.exit(1);\n" },
    says: /test: "node test\/main\.test\.mjs" must pass on fixed\/, and ended with exit code 1\. Correct the fix or the test\.\n\s+1 failed/,
  },
  'a test that the fix of another cause turns green': {
    files: { [`${cause}/test/main.test.mjs`]: "await import('../main.mjs');\n" },
    says: /test: "node test\/main\.test\.mjs" must fail on the fix of no-voucher, and ended with exit code 0\. Make it check what only its own fix changes, or name no-voucher/,
  },
  'a runtime that is not known': {
    files: { 'shop/framework.yaml': frameworkWith('runtime: cobol') },
    says: /shop\/framework\.yaml: runtime must be one of [a-z, ]+, found "cobol"\. Name one, or add src\/prove\/runtimes\/cobol\.ts\./,
  },
};

for (const [what, { files, says }] of Object.entries(failures)) {
  test(`${what} fails`, async (context) => {
    const shop = await makeShop(context, files);
    const { code, text } = await shop.prove(cause, { update: true });
    assert.equal(code, 1, text);
    assert.match(text, says);
    assert.match(text, /^0 proved, 1 failed, 0 skipped$/m);
    await assert.rejects(shop.read(`${record}/trace.txt`), { code: 'ENOENT' });
  });
}

test('one cause that fails does not keep the others from being proved', async (context) => {
  const shop = await makeShop(context, { [`${cause}/broken/main.mjs`]: "console.log('fine');\n" });
  const { code, text } = await shop.prove(undefined, { update: true });
  assert.equal(code, 1);
  assert.match(text, /^1 proved, 1 failed, 0 skipped$/m);
});

test('another trace than the recorded one fails, with what differs', async (context) => {
  const shop = await makeShop(context);
  await shop.prove(cause, { update: true });
  const trace = await shop.read(`${record}/trace.txt`);
  await shop.write({ [`${record}/trace.txt`]: trace.replace("reading 'price'", "reading 'cost'") });

  const { code, text } = await shop.prove(cause);

  assert.equal(code, 1);
  assert.match(
    text,
    /trace\.txt: broken\/ now prints another trace than the recorded one\. If the new one is right, run/,
  );
  assert.match(text, /^\s+-TypeError: .*'cost'\)\n\s+\+TypeError: .*'price'\)$/m);
});

test('a record of other inputs fails', async (context) => {
  const shop = await makeShop(context);
  await shop.prove(cause, { update: true });
  await shop.write({ 'shop/environments/24/lock.txt': 'shop 2\n' });

  const { code, text } = await shop.prove(cause);

  assert.equal(code, 1);
  assert.match(
    text,
    /recorded\/24\/proof\.json: is out of date: lock\.txt changed\. Run "npx tracebook prove shop\/no-price\/no-product@24 --update"\./,
  );
});

test('with another version of the runtime the errors count, and the text does not', async (context) => {
  const shop = await makeShop(context);
  await shop.prove(cause, { update: true });
  const proof = await shop.read(`${record}/proof.json`);
  const trace = await shop.read(`${record}/trace.txt`);
  const elsewhere = trace.replaceAll(/node:internal\/[^\s)]+/g, 'node:internal/elsewhere:1:1');
  await shop.write({
    [`${record}/proof.json`]: proof
      .replace(process.versions.node, '20.1.0')
      .replace(hashBytes(trace), hashBytes(elsewhere)),
    [`${record}/trace.txt`]: elsewhere,
  });

  const same = await shop.prove(cause);
  assert.equal(same.code, 0, same.text);
  assert.match(same.text, /: compared by errors, not by text: node \d+\.\d+\.\d+, recorded with 20\.1\.0$/m);

  await shop.write({ [`${record}/trace.txt`]: trace.replace("reading 'price'", "reading 'cost'") });
  const different = await shop.prove(cause);
  assert.equal(different.code, 1);
  assert.match(different.text, /another trace than the recorded one/);
});

test('an optional environment that the machine lacks is named, and not counted as skipped', async (context) => {
  const shop = await makeShop(context, {
    'shop/framework.yaml': frameworkWith('runtime: java').replace('["24"]', '[{ id: "3", optional: true }]'),
    'shop/environments/24/lock.txt': undefined,
    'shop/environments/3/.java-version': '3\n',
  });
  const { text } = await shop.prove(cause, { update: true });
  assert.match(text, /^skipped shop\/no-price\/no-product@3: no JDK 3 was found/m);
  assert.match(text, /^0 proved, 0 failed, 0 skipped, 1 in optional environments left out$/m);
});

test('what the machine lacks is skipped by name, and a run that proved nothing fails', async (context) => {
  const shop = await makeShop(context, {
    'shop/framework.yaml': frameworkWith('runtime: java'),
    'shop/environments/24/.java-version': '3\n',
  });
  const { code, text } = await shop.prove();
  assert.equal(code, 1);
  assert.match(text, /^skipped shop\/no-price\/no-product@24: no JDK 3 was found/m);
  assert.match(text, /^0 proved, 0 failed, 2 skipped\nNothing was proved/m);
});

test('a name that no cause has is bad use', async (context) => {
  const shop = await makeShop(context);
  const { code, text } = await shop.prove('shop/no-prize');
  assert.equal(code, 2);
  assert.equal(
    text,
    'No match for "shop/no-prize". Use FRAMEWORK[/GUIDE[/CAUSE]][@ENVIRONMENT]. Did you mean "shop/no-price"?',
  );
  const elsewhere = await shop.prove('shop@25');
  assert.equal(elsewhere.code, 2);
  assert.equal(elsewhere.text, 'No environment "25" in shop. Available: 24.');
});

test('flags that name nothing are bad use, and reach no other program', async (context) => {
  const shop = await makeShop(context);
  const twice = await shop.prove('shop@24@25');
  assert.equal(twice.code, 2);
  assert.equal(twice.text, '"shop@24@25" names two environments. Name one, or none for all.');
  const written = join(shop.root, 'written-by-git');
  for (const changed of ['', 'no-such-commit', `--output=${written}`]) {
    const { code, text } = await shop.prove(undefined, { changed });
    assert.equal(code, 2);
    assert.match(text, /^What differs from ".*" cannot be found: .*\. Name a commit of this repository\.$/);
  }
  await assert.rejects(readFile(written), { code: 'ENOENT' });
});

test('numbers without bounds do no harm', async (context) => {
  const shop = await makeShop(context);
  const { text } = await shop.prove(other, { update: true, jobs: 1e9 });
  assert.match(text, /^1 proved, 0 failed, 0 skipped$/m);
  const old = await shop.prove(other, { since: 1e11 });
  assert.equal(old.text, '0 proved, 0 failed, 0 skipped: no cause is older or changed.');
});

test('a record that cannot be written leaves the old one whole, and a sentence', async (context) => {
  const shop = await makeShop(context);
  await shop.prove(other, { update: true });
  const trace = await shop.read(`${other}/recorded/24/trace.txt`);
  const changed = (await shop.read(`${other}/broken/main.mjs`)).replace('const products', '\nconst products');
  await shop.write({
    [`${other}/broken/main.mjs`]: changed,
    [`${other}/recorded/24/proof.json`]: undefined,
    [`${other}/recorded/24/proof.json.${process.pid}/in-its-way`]: '',
  });
  const { code, text } = await shop.prove(other, { update: true });
  assert.equal(code, 1);
  assert.match(
    text,
    /proof\.json\.\d+ cannot be written: a folder stands where a file must be\. Move it away\./,
  );
  assert.equal(await shop.read(`${other}/recorded/24/trace.txt`), trace);
});

test('a selection proves its part only', async (context) => {
  const shop = await makeShop(context);
  const { text } = await shop.prove(other, { update: true });
  assert.match(text, /^1 proved, 0 failed, 0 skipped$/m);
  await assert.rejects(shop.read(`${record}/proof.json`), { code: 'ENOENT' });
});

test(
  'an interrupted proof leaves no process behind',
  { skip: process.platform !== 'linux' },
  async (context) => {
    const shop = await makeShop(context, {
      [`${cause}/broken/main.mjs`]: 'setInterval(() => {}, 1000);\n',
      [`${cause}/cause.mdx`]: causeWith('run: node main.mjs waits-5173\n'),
    });
    const isWaiting = async () => {
      const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
      const commands = pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
      return (await Promise.all(commands)).some(
        (command) => command.startsWith('node') && command.includes('waits-5173'),
      );
    };
    const child = spawn(process.execPath, [resolve('src/cli.ts'), 'prove', cause], { cwd: shop.root });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    while (!(await isWaiting())) assert.equal(child.exitCode, null, output);

    child.kill('SIGINT');
    const [code] = await once(child, 'close');

    assert.equal(code, 130);
    assert.equal(output, 'Interrupted: what was running has been stopped.\n');
    assert.equal(await isWaiting(), false);
  },
);

test('checkRunners names the runtimes and services that prove cannot run', async (context) => {
  const shop = await makeShop(context, {
    'shop/framework.yaml': frameworkWith('runtime: nodejs\nservices: [rediss@7]'),
  });
  const { content } = readContent(`${shop.root}/content`);
  assert.deepEqual(checkRunners(content).map(formatProblem), [
    'content/shop/framework.yaml:7 runtime: There is no runtime "nodejs". Did you mean "node"?',
    'content/shop/framework.yaml:8 services[0]: There is no service "rediss". Did you mean "redis"?',
  ]);
});

test('content with a problem is told, and fails the run', async (context) => {
  const shop = await makeShop(context, { 'site.yaml': 'name: Test\ndescription: A test.\nurl: nowhere\n' });
  const { code, text } = await shop.prove(undefined, { update: true });
  assert.equal(code, 1);
  assert.match(text, /^content\/site\.yaml:3 url: /m);
});

function causeWith(more: string): string {
  return causeText('no-product', 1, "Cannot read properties of undefined (reading 'price')", more);
}
