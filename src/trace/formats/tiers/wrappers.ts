// Reports of tools that wrap the output of another program.
export { commandFailed } from '../javascript/command-failed.ts';
export { pnpmYarn } from '../javascript/pnpm-yarn.ts';
export { npm } from '../javascript/npm.ts';
