import { dirname } from 'node:path';
import type { Runtime } from './types.ts';

/** Node.js: the one that runs Tracebook, which its own package-lock.json pins. */
export const node: Runtime = {
  async prepare() {
    return {
      environment: { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, NO_COLOR: '1' },
      versions: { node: process.versions.node },
      paths: [],
      lacks: (output) =>
        output.includes('getaddrinfo EAI_AGAIN')
          ? 'a name server that answers (getaddrinfo EAI_AGAIN)'
          : undefined,
    };
  },
};
