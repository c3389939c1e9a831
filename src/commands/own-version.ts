import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../site/project.ts';

/** The version of this program, from its package.json. */
export function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
