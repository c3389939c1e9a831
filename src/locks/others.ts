import { tomlNames } from './toml-names.ts';
import type { LockFormat } from './types.ts';

/** `go.mod`: `require example.org/mod v1.2.3`, or a line of `require ( … )`. */
export const goMod: LockFormat = {
  file: /^go\.mod$/,
  ecosystem: 'go',
  read: (text) =>
    [...text.matchAll(/^(?:require[ \t]+|[ \t]+)([\w.~-]+\.[\w.~/-]+)[ \t]+v\d/gm)].map(([, path]) => path!),
};

export const cargoLock: LockFormat = { file: /^Cargo\.lock$/, ecosystem: 'cargo', read: tomlNames };

/** `Gemfile.lock`: `    rails (8.0.2)` below `specs:`. */
export const gemfileLock: LockFormat = {
  file: /^(?:Gemfile|gems)\.lock$|^Gemfile\.locked$/,
  ecosystem: 'gem',
  read: (text) => [...text.matchAll(/^ {4}([\w.-]+) \(/gm)].map(([, name]) => name!),
};

type ComposerLock = { packages?: { name: string }[]; 'packages-dev'?: { name: string }[] };

export const composerLock: LockFormat = {
  file: /^composer\.lock$/,
  ecosystem: 'composer',
  read(text) {
    const lock = JSON.parse(text) as ComposerLock;
    return [...(lock.packages ?? []), ...(lock['packages-dev'] ?? [])].map(({ name }) => name);
  },
};
