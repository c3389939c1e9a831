import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectRoot } from '../../src/site/project.ts';
import { startHttp } from './clients.ts';

const contentFolder = join(import.meta.dirname, '../guide/content');
const cli = join(projectRoot, 'src/cli.ts');
const site = await startHttp(contentFolder);
after(site.stop);

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};

/** The status of a request, whatever its headers name. */
function statusOf(headers: Record<string, string>, { method = 'POST', path = '/mcp' } = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: site.port,
        path,
        method,
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json, text/event-stream',
          ...headers,
        },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode!);
      },
    );
    sent.on('error', reject);
    sent.end(method === 'POST' ? JSON.stringify(initialize) : undefined);
  });
}

test('mcp over HTTP refuses a request when its Origin or its Host is foreign', async () => {
  assert.equal(await statusOf({}), 200);
  for (const origin of [`http://127.0.0.1:${site.port}`, 'http://localhost:3000'])
    assert.equal(await statusOf({ Origin: origin }), 200, origin);
  for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example', 'file://'])
    assert.equal(await statusOf({ Origin: origin }), 403, origin);
  for (const host of [
    'evil.example',
    `localhost.evil.example:${site.port}`,
    '10.0.0.1',
    '127.0.0.1@evil.example',
  ])
    assert.equal(await statusOf({ Host: host }), 403, host);
});

test('mcp over HTTP answers nothing when the path is another one, or the method', async () => {
  for (const path of ['/', '/mcp/', '/mcpx', '/../mcp', '/guides.json'])
    assert.equal(await statusOf({}, { path }), 404, path);
  for (const method of ['GET', 'DELETE', 'PUT', 'OPTIONS'])
    assert.equal(await statusOf({}, { method }), 405, method);
});

test('mcp over HTTP refuses a request when its body is larger than 4 MiB, or no JSON', async () => {
  const post = (body: string) =>
    fetch(site.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
      body,
    });
  assert.equal((await post(' '.repeat(5_000_000))).status, 413);
  assert.equal((await post('{')).status, 400);
});

test('mcp says in a sentence what is wrong, when the guides or the port cannot be had', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [cli, 'mcp', ...args], { encoding: 'utf8', timeout: 60_000 });
  const missing = run('--index', 'no-such-folder');
  assert.deepEqual([missing.status, missing.stdout], [2, '']);
  assert.match(missing.stderr, /^no-such-folder is not there\. [^\n]+\n$/);
  const taken = run('--index', contentFolder, '--http', '--port', String(site.port));
  assert.deepEqual([taken.status, taken.stdout], [1, '']);
  assert.match(taken.stderr, /^Port \d+ is taken\. Choose another: [^\n]+\n$/);
});

test('mcp writes nothing but the protocol to standard output, and ends when standard input does', async () => {
  const child = spawn(process.execPath, [cli, 'mcp', '--index', contentFolder]);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk));
  child.stdin.write(`no JSON\n${JSON.stringify(initialize)}\n`);
  while (!output.includes('\n')) await once(child.stdout, 'data');
  child.stdin.end();
  assert.deepEqual(await once(child, 'close'), [0, null]);
  const lines = output.trim().split('\n');
  for (const line of lines) assert.equal((JSON.parse(line) as { jsonrpc: string }).jsonrpc, '2.0');
  assert.ok(lines.some((line) => (JSON.parse(line) as { id?: number }).id === 1));
});
