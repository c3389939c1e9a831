import type { Client } from '@modelcontextprotocol/client';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'yaml';
import { eras, startHttp, stdioClient, textOf } from './clients.ts';

const contentFolder = join(import.meta.dirname, '../guide/content');
const site = await startHttp(contentFolder);
after(site.stop);
const recorded = (path: string) => readFileSync(join(contentFolder, path), 'utf8');
const trace = recorded('shop/price-error/negative/recorded/24/trace.txt');

for (const [era, mode] of Object.entries(eras)) {
  test(`mcp answers a client of ${era} on standard input, and ends with it`, async () => {
    const client = await stdioClient(mode, ['--index', contentFolder]);
    try {
      await checkTools(client);
    } finally {
      await client.close();
    }
  });

  test(`mcp answers a client of ${era} over HTTP`, async () => {
    const client = await site.connect(mode);
    try {
      await checkTools(client);
      await checkRefusals(client);
      await checkResources(client);
    } finally {
      await client.close();
    }
  });
}

async function checkTools(client: Client): Promise<void> {
  const { tools } = await client.listTools();
  assert.deepEqual(
    tools.map(({ name }) => name),
    ['match_trace', 'search_guides', 'get_guide'],
  );
  for (const { annotations, inputSchema, outputSchema, description } of tools) {
    assert.equal(annotations?.readOnlyHint, true);
    assert.equal(inputSchema.type, 'object');
    assert.equal(outputSchema?.type, 'object');
    assert.ok(description);
  }

  const matched = await client.callTool({ name: 'match_trace', arguments: { text: trace } });
  assert.notEqual(matched.isError, true, textOf(matched));
  const address = 'https://shop.example/errors/guides/shop/price-error/#negative';
  const [{ hits }] = (matched.structuredContent as { traces: [{ hits: Record<string, unknown>[] }] }).traces;
  assert.equal(hits[0]!['cause'], 'negative');
  assert.equal(hits[0]!['fix'], 'Let a discount end at zero.');
  assert.equal(hits[0]!['address'], address);
  assert.ok(textOf(matched).includes(`](${address})`), textOf(matched));

  const found = await client.callTool({ name: 'search_guides', arguments: { query: 'price error' } });
  const [result] = (found.structuredContent as { results: Record<string, unknown>[] }).results;
  assert.equal(result!['guide'], 'shop/price-error');
  assert.ok(textOf(found).includes('https://shop.example/errors/guides/shop/price-error/'), textOf(found));

  const guide = await client.callTool({ name: 'get_guide', arguments: { id: 'shop/price-error' } });
  const [, facts] = /^---\n([^]*?)---\n/.exec(textOf(guide))!;
  assert.equal((parse(facts!) as { id: string }).id, 'shop/price-error');
  const part = await client.callTool({
    name: 'get_guide',
    arguments: { id: 'shop/price-error', cause: 'negative' },
  });
  assert.ok(textOf(part).startsWith('### The price is negative\n'), textOf(part));
  assert.ok(textOf(part).length < textOf(guide).length / 2);
  assert.ok(textOf(guide).includes(textOf(part).trimEnd()));
}

async function checkRefusals(client: Client): Promise<void> {
  const refusals: [name: string, args: Record<string, unknown>, message: RegExp][] = [
    ['match_trace', { text: ' \n' }, /^The text is empty\. Pass /],
    ['match_trace', { text: 'x'.repeat(2_000_001) }, /has 2000001 characters, .* tracebook match FILE$/],
    ['match_trace', {}, /text/],
    ['match_trace', { text: 'x', max: 0 }, /max/],
    ['search_guides', { query: ' ' }, /^The query is empty\. /],
    ['search_guides', { query: 'word '.repeat(200) }, /has 1000 characters, .* match_trace\.$/],
    ['get_guide', { id: 'shop/price-eror' }, /Did you mean "shop\/price-error"\?/],
    ['get_guide', { id: '../../package' }, /^There is no guide /],
    [
      'get_guide',
      { id: 'shop/price-error', cause: 'negativ' },
      /Did you mean "negative"\? It has: negative, /,
    ],
  ];
  for (const [name, args, message] of refusals) {
    const answer = await client.callTool({ name, arguments: args }).then(
      (result) => (assert.equal(result.isError, true, `${name} ${textOf(result)}`), textOf(result)),
      (error: Error) => error.message,
    );
    assert.match(answer, message);
  }
  const none = await client.callTool({ name: 'match_trace', arguments: { text: 'all is well' } });
  assert.equal(textOf(none), 'No error was found in 1 line.');
  const huge = await client.callTool({
    name: 'match_trace',
    arguments: { text: `${'all is well\n'.repeat(50_000)}${trace}` },
  });
  assert.equal((huge.structuredContent as { traces: unknown[] }).traces.length, 1);
  const other = await client.callTool({
    name: 'match_trace',
    arguments: { text: 'app.errors.NoGuideError: x' },
  });
  assert.match(textOf(other), /NoGuideError: x`\nline 1\nNo guide fits\.$/);
}

async function checkResources(client: Client): Promise<void> {
  const uri = 'tracebook://guides/shop/price-error';
  const { resources } = await client.listResources();
  assert.deepEqual(
    resources.map(({ uri, mimeType }) => [uri, mimeType]),
    [[uri, 'text/markdown']],
  );
  const { resourceTemplates } = await client.listResourceTemplates();
  assert.deepEqual(
    resourceTemplates.map(({ uriTemplate }) => uriTemplate),
    ['tracebook://guides/{+id}'],
  );
  const { contents } = await client.readResource({ uri });
  assert.equal((contents[0] as { text: string }).text, await site.guides.markdown('shop/price-error'));
  for (const missing of ['tracebook://guides/shop/other', 'tracebook://elsewhere', 'file:///etc/passwd'])
    await assert.rejects(client.readResource({ uri: missing }), { code: -32602 }, missing);
}
