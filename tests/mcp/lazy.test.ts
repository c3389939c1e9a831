import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../src/site/project.ts';

/** The packages that a file needs before it runs: its imports, those of what it imports, and so on. */
function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  if (seen.has(file)) return found;
  seen.add(file);
  const text = readFileSync(file, 'utf8').replaceAll(/^(?:import|export) type [^;]*;/gm, '');
  for (const [, name] of text.matchAll(/^(?:import|export)\b[^;'"]*?(?:from )?'([^']+)';/gm)) {
    if (!name!.startsWith('.')) found.add(name!);
    else for (const inner of packagesOf(join(dirname(file), name!), seen)) found.add(inner);
  }
  return found;
}

test('match and run load nothing that only agents or pages need', () => {
  for (const file of ['src/cli.ts', 'src/commands/match.ts', 'src/commands/run.ts']) {
    const packages = [...packagesOf(join(projectRoot, file))];
    assert.ok(packages.length > 1, file);
    assert.deepEqual(
      packages.filter((name) => /^(?:@modelcontextprotocol|satteri|shiki|astro|send)\b/.test(name)),
      [],
      file,
    );
  }
  assert.ok(packagesOf(join(projectRoot, 'src/mcp/server.ts')).has('@modelcontextprotocol/server'));
});
