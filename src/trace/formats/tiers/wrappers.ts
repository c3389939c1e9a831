import type { Format } from '../../format.ts';
import { commandFailed } from '../javascript/command-failed.ts';
import { npm } from '../javascript/npm.ts';
import { pnpmYarn } from '../javascript/pnpm-yarn.ts';

/** Reports of tools that wrap the output of another program. */
export const wrappers: Format[] = [commandFailed, npm, pnpmYarn];
