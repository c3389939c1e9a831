import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { loadGuides, NoGuides } from '../../src/commands/guide-source.ts';
import { readContent } from '../../src/guide/content.ts';
import { guideTitles, matchIndex } from '../../src/guide/match-index.ts';
import type { Hit } from '../../src/match/types.ts';

const contentFolder = join(import.meta.dirname, '../guide/content');
const { content } = readContent(contentFolder);
const [guide] = content.guides;
const hit: Hit = { guide: guide!.id, cause: null, confidence: 'exact', evidence: [] };
let site: string;

before(async () => {
  site = await mkdtemp(join(tmpdir(), 'tracebook-site-'));
  await mkdir(join(site, 'match'));
  const url = `https://docs.example.org/errors/guides/${guide!.id}/`;
  await writeFile(join(site, 'match/index.json'), JSON.stringify(matchIndex(content)));
  await writeFile(join(site, 'match/titles.json'), JSON.stringify(guideTitles(content)));
  await writeFile(join(site, 'guides.json'), JSON.stringify({ guides: [{ id: guide!.id, url }] }));
});
after(() => rm(site, { recursive: true }));

test('loadGuides reads a content folder, a built site and its index.json alike', async () => {
  const [own, built, file] = await Promise.all(
    [contentFolder, site, join(site, 'match/index.json')].map((place) => loadGuides(place, assert.fail)),
  );
  assert.deepEqual(built!.index, own!.index);
  assert.deepEqual(file!.titles, own!.titles);
  assert.equal(built!.address(hit), `https://docs.example.org/errors/guides/${guide!.id}/`);
});

test('loadGuides reads a published site by its address, with or without the name of the index', async () => {
  const server = createServer(async (request, response) => {
    const name = request.url!.replace('/errors/', '');
    const text = { 'match/index.json': matchIndex(content), 'match/titles.json': guideTitles(content) }[name];
    response.statusCode = text ? 200 : 404;
    response.end(JSON.stringify(text ?? null));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/errors`;
  try {
    for (const address of [base, `${base}/`, `${base}/match/index.json`]) {
      const loaded = await loadGuides(address, assert.fail);
      assert.deepEqual(loaded.index, matchIndex(content));
      assert.equal(loaded.address(hit), `${base}/guides/${guide!.id}/`);
    }
    await assert.rejects(
      loadGuides(`${base}/other/`, assert.fail),
      refusal(/answered with 404\. Check the address\.$/),
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
  await assert.rejects(
    loadGuides(base, assert.fail),
    refusal(/^The index cannot be loaded: .+\. Check the address/),
  );
});

test('loadGuides says what is wrong with a place that has no guides', async () => {
  await assert.rejects(
    loadGuides('https://', assert.fail),
    refusal(/^https:\/\/ is no address\. Name a site's, such as https:\/\/example\.org\/\.$/),
  );
  await assert.rejects(
    loadGuides(join(site, 'nothing'), assert.fail),
    refusal(/nothing is not there\. Check its name/),
  );
  await assert.rejects(
    loadGuides(join(site, 'match'), assert.fail),
    refusal(/has neither site\.yaml nor match\/index\.json\./),
  );
  await assert.rejects(
    loadGuides(join(site, 'match/titles.json'), assert.fail),
    refusal(/is not one of a site of guides\./),
  );
});

function refusal(message: RegExp) {
  return (error: unknown) => error instanceof NoGuides && message.test(error.message);
}
