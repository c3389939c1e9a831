import { findServer } from './program.ts';
import type { Service } from './types.ts';

/** Redis, as the machine has it. It keeps nothing on disk. */
export const redis: Service = {
  debianPackages: () => ['redis-server'],
  async prepare(wanted) {
    const found = await findServer('redis-server', /\bv=(\d[\d.]*)/, wanted);
    if ('missing' in found) return found;
    return {
      id: 'redis',
      version: found.version,
      port: 6379,
      environment: (port) => ({ REDIS_URL: `redis://127.0.0.1:${port}/0` }),
      paths: [],
      folders: [found.path],
      server: ({ data, port }) => ({
        // A dash before an address: it may be missing.
        command: [
          found.path,
          '--port',
          `${port}`,
          '--bind',
          '127.0.0.1',
          '-::1',
          '--dir',
          data,
          '--save',
          '',
          '--appendonly',
          'no',
        ],
      }),
      protocol: 'redis',
    };
  },
};
