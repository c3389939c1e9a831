import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { serveSite } from '../../src/site/serve.ts';

test('a served site shows a new build without a restart: pages, headers, and the page for what is missing', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tracebook-serve-'));
  const write = async (text: string) => {
    await writeFile(join(dir, '_headers'), `/*\n  X-Build: ${text}\n`);
    await writeFile(join(dir, '404.html'), `missing in ${text}`);
    await writeFile(join(dir, 'index.html'), `page of ${text}`);
  };
  await write('one');
  const { server, url } = await serveSite(dir, '/errors/', '127.0.0.1', 0);
  try {
    for (const build of ['one', 'two']) {
      await write(build);
      const page = await fetch(url);
      assert.equal(await page.text(), `page of ${build}`);
      assert.equal(page.headers.get('x-build'), build);
      const missing = await fetch(`${url}nowhere/`);
      assert.equal(missing.status, 404);
      assert.equal(await missing.text(), `missing in ${build}`);
    }
    await writeFile(join(dir, 'long.html'), 'a long page\n'.repeat(1000));
    const long = await fetch(`${url}long.html`, { headers: { 'Accept-Encoding': 'gzip' } });
    assert.equal(long.headers.get('content-encoding'), 'gzip');
    assert.equal((await long.text()).length, 12_000);
    await rm(dir, { recursive: true });
    const missing = await fetch(`${url}nowhere/`);
    assert.equal(await missing.text(), 'missing in two');
  } finally {
    server.close();
    server.closeAllConnections();
    await rm(dir, { recursive: true, force: true });
  }
});

test('a served site leads no reader to another host, whatever the address begins with', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tracebook-serve-'));
  for (const name of ['_headers', '404.html']) await writeFile(join(dir, name), 'text');
  await mkdir(join(dir, 'guides'));
  const { server, url } = await serveSite(dir, '/', '127.0.0.1', 0);
  try {
    for (const path of ['guides', '/guides', '//guides', '/%2fguides', '\\guides']) {
      const answer = await fetch(`${url}${path}`, { redirect: 'manual' });
      assert.ok([301, 404].includes(answer.status), `${path} ${answer.status}`);
      const { origin } = new URL(answer.headers.get('location') ?? '', url);
      assert.equal(origin, new URL(url).origin, path);
    }
  } finally {
    server.close();
    server.closeAllConnections();
    await rm(dir, { recursive: true });
  }
});
