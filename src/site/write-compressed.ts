import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentTypeOf, HOST_FILES } from '../hosts/rules.ts';
import { readKeptFile, writeKeptFile } from './kept-file.ts';

/** Each form of a file, by the end of its name and by the coding of HTTP: the smaller first. */
export const CODINGS = { br: '.br', gzip: '.gz' } as const;

/** Less is not worth a second file: it fits one packet of the network. */
const LEAST_BYTES = 1024;
/** Half as many again at quality 11, in fifty times the time. */
const QUALITY = 5;

const compressors: Record<keyof typeof CODINGS, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

/**
 * Writes each text of a built site a second and a third time, compressed: `index.html.br`, `index.html.gz`. What was
 * compressed before comes from the cache.
 * @param dist the built site
 * @param cacheDir where compressed files are kept from one build to the next, by the hash of what they hold
 */
export async function writeCompressed(dist: string, cacheDir: string): Promise<void> {
  mkdirSync(cacheDir, { recursive: true });
  const used = new Set<string>();
  for (const file of globSync('**/*', { cwd: dist })) {
    if (HOST_FILES.includes(file) || !contentTypeOf(file)?.includes('charset')) continue;
    const bytes = readFileSync(join(dist, file));
    if (bytes.length < LEAST_BYTES) continue;
    for (const [coding, ending] of Object.entries(CODINGS) as [keyof typeof CODINGS, string][]) {
      const name = `${createHash('sha256').update(bytes).digest('hex')}${ending}`;
      used.add(name);
      const kept = join(cacheDir, name);
      let compressed = readKeptFile(kept);
      if (!compressed) writeKeptFile(kept, (compressed = await compressors[coding](bytes)));
      writeFileSync(join(dist, `${file}${ending}`), compressed);
    }
  }
  for (const name of readdirSync(cacheDir))
    if (!used.has(name)) rmSync(join(cacheDir, name), { force: true });
}
