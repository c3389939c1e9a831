import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Places } from './places.ts';

/**
 * Has Node keep what it compiles of the program, for the next start and for the threads of this one. Only where the cache
 * stands: a command that fails leaves no folder behind.
 */
export function keepCode({ cache }: Pick<Places, 'cache'>): void {
  if (!existsSync(cache)) return;
  const folder = join(cache, 'code');
  process.env['NODE_COMPILE_CACHE'] = folder;
  enableCompileCache(folder);
}
