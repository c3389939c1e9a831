import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageFolder } from '../../src/files/places.ts';
import { loadContent } from '../../src/guide/load-content.ts';

test('loadContent says how far it is when guides are compiled, and when they were kept', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'tracebook-load-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const content = join(import.meta.dirname, 'content');
  const places = { code: packageFolder, content, out: join(folder, 'dist'), cache: join(folder, 'cache') };
  for (let build = 1; build <= 2; build++) {
    const shares: number[] = [];
    const { problems } = await loadContent(places, undefined, (share) => shares.push(share));
    assert.deepEqual(problems, []);
    assert.deepEqual(shares, [1]);
  }
});
