import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { writeServiceWorker } from '../../src/offline/write-service-worker.ts';

const dist = mkdtempSync(join(tmpdir(), 'tracebook-offline-'));
after(() => rmSync(dist, { recursive: true }));

test('writeServiceWorker keeps each page of a list offline when a list has several', async () => {
  const lists = ['exceptions/', 'guides/', 'guides/celery/'];
  const later = ['exceptions/page/2/', 'guides/celery/page/12/', 'guides/celery/timeout/', 'guides/page/2/'];
  const others = ['guides/celery/timeout/files/', 'e/Timeout/'];
  for (const path of [...lists, ...later, ...others]) {
    const file = join(dist, path, 'index.html');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, path);
  }
  await writeServiceWorker(dist, '/errors/', true);
  const script = readFileSync(join(dist, 'sw.js'), 'utf8');
  const { core, more } = JSON.parse(/\)\(self, (.*)\);\n$/.exec(script)![1]!) as Record<string, string[]>;
  const below = (paths: string[]) => paths.map((path) => `/errors/${path}`);
  assert.deepEqual(core, below(['exceptions/', 'guides/']));
  assert.deepEqual(more, below(['exceptions/page/2/', 'guides/celery/', ...later.slice(1)]));
});
