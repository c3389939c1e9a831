import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readKeptFile, writeKeptFile } from '../../src/site/kept-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracebook-kept-file-'));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'kept');
const content = Buffer.from([0, 10, 255, 10, 137]);

const damages: Record<string, () => void> = {
  'is cut': () => truncateSync(file, readFileSync(file).length - 1),
  'is empty': () => truncateSync(file, 0),
  'has another byte at its end': () =>
    writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, -1), Buffer.of(0)])),
  'is of a version that wrote no hash': () => writeFileSync(file, content),
  'is a folder': () => {
    rmSync(file);
    mkdirSync(join(file, 'below'), { recursive: true });
  },
};

for (const [what, damage] of Object.entries(damages)) {
  test(`readKeptFile gives undefined when the file ${what}, and writeKeptFile replaces it`, () => {
    assert.equal(readKeptFile(`${file}-missing`), undefined);
    writeKeptFile(file, content);
    assert.deepEqual(readKeptFile(file), content);
    damage();
    assert.equal(readKeptFile(file), undefined);
    writeKeptFile(file, content);
    assert.deepEqual(readKeptFile(file), content);
  });
}
