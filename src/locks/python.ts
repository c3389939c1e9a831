import { tomlNames } from './toml-names.ts';
import type { LockFormat } from './types.ts';

/** `requirements.txt` and its kin: `Django==5.2.1 --hash=…`, `uvicorn[standard]>=0.30 ; python_version > "3.9"`. */
export const requirements: LockFormat = {
  file: /^requirements[\w.-]*\.txt$/,
  ecosystem: 'pypi',
  read: (text) =>
    text.split('\n').flatMap((line) => /^\s*([A-Za-z\d][\w.-]*)\s*(?:$|[[=<>!~;@\\#])/.exec(line)?.[1] ?? []),
};

/** `poetry.lock`, `uv.lock` and `pdm.lock`. */
export const pythonLock: LockFormat = {
  file: /^(?:poetry|uv|pdm)\.lock$/,
  ecosystem: 'pypi',
  read: tomlNames,
};

/** `Pipfile.lock`: a table of packages for each use. */
export const pipfileLock: LockFormat = {
  file: /^Pipfile\.lock$/,
  ecosystem: 'pypi',
  read(text) {
    const { _meta, ...tables } = JSON.parse(text) as Record<string, object>;
    return Object.values(tables).flatMap((table) => Object.keys(table));
  },
};
