import { openSession } from '../../../src/prove/sandbox/session.ts';
import type { FenceMode } from '../../../src/prove/sandbox/types.ts';
import { services } from '../../../src/prove/services/index.ts';

/** A program that tests kill: a run with Redis and PostgreSQL that does not end. Arguments: the fence, the cache. */
const [mode, cache] = process.argv.slice(2) as [FenceMode, string];
const session = await openSession({ print: console.error, modes: [mode] });
const prepared = await Promise.all(
  ['redis', 'postgresql'].map((id) => services[id]!.prepare(undefined, cache)),
);
await session.run({
  command: 'touch begun; sleep 600',
  files: [],
  tools: { environment: {}, paths: [] },
  services: prepared.flatMap((service) => ('missing' in service ? [] : [service])),
  limits: { seconds: 600, outputBytes: 10_000 },
});
