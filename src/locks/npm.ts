import { parse } from 'yaml';
import type { LockFormat } from './types.ts';

type NpmLock = { packages?: Record<string, unknown>; dependencies?: Record<string, NpmLock> };

/** `package-lock.json`: paths since version 2, a tree in version 1. */
export const packageLock: LockFormat = {
  file: /^(?:package-lock|npm-shrinkwrap)\.json$/,
  ecosystem: 'npm',
  read(text) {
    const lock = JSON.parse(text) as NpmLock;
    const paths = Object.keys(lock.packages ?? {}).filter((path) => path.includes('node_modules/'));
    return [
      ...paths.map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
      ...treeNames(lock),
    ];
  },
};

function treeNames({ dependencies = {} }: NpmLock): string[] {
  return Object.entries(dependencies).flatMap(([name, inner]) => [name, ...treeNames(inner)]);
}

/** `pnpm-lock.yaml`: keys such as `/express/4.18.2`, `/express@4.18.2` and `express@5.1.0(supports-color@8)`. */
export const pnpmLock: LockFormat = {
  file: /^pnpm-lock\.yaml$/,
  ecosystem: 'npm',
  read(text) {
    const { packages } = parse(text) as { packages?: Record<string, unknown> };
    return Object.keys(packages ?? {}).flatMap((key) => namePart(key.replace(/^\//, '')) ?? []);
  },
};

/** `yarn.lock`: lines such as `express@^4.18.0, express@^4.18.2:` and `"@babel/core@npm:^7.0.0":`. */
export const yarnLock: LockFormat = {
  file: /^yarn\.lock$/,
  ecosystem: 'npm',
  read: (text) =>
    text
      .split('\n')
      .filter((line) => /^[^\s#].*:\s*$/.test(line))
      .flatMap((line) => namePart(line.replace(/^"/, '')) ?? []),
};

const namePart = (text: string) => /^((?:@[^/@\s]+\/)?[^/@\s]+)[@/]/.exec(text)?.[1];
