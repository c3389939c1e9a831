import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MissingRequirement } from '../runtimes/define.ts';
import { buildGoProgram, go } from '../runtimes/go.ts';
import { fits } from './program.ts';
import type { Service } from './types.ts';

const sources = join(import.meta.dirname, 'mongodb');

/**
 * A server for MongoDB's drivers: FerretDB 1 with its SQLite backend, which the Go proxy has. No registry has MongoDB's own.
 * Its version is FerretDB's, and records name it so.
 */
export const mongodb: Service = {
  debianPackages: () => go.debianPackages([]),
  async prepare(wanted, cache) {
    const names = ['go.mod', 'go.sum', 'main.go'];
    const files = await Promise.all(
      names.map(async (path) => ({ path, text: await readFile(join(sources, path), 'utf8') })),
    );
    const version = /FerretDB v(\S+)/.exec(files[0]!.text)![1]!;
    if (!fits(version, wanted)) return { missing: `FerretDB ${wanted} was not found, only ${version}` };
    try {
      return prepared(await buildGoProgram(files, 'ferretdb', cache), version);
    } catch (error) {
      if (error instanceof MissingRequirement) return { missing: error.message };
      throw error;
    }
  },
};

function prepared(program: string, version: string) {
  return {
    id: 'ferretdb',
    version,
    port: 27017,
    environment: (port: number) => ({ MONGODB_URL: `mongodb://127.0.0.1:${port}/app` }),
    paths: [],
    folders: [dirname(program)],
    server: ({ data, port }: { data: string; port: number }) => ({
      command: [program, `127.0.0.1:${port}`, data],
    }),
    protocol: 'mongodb' as const,
  };
}
