// Reports of tools that wrap the output of another program.
export { commandFailed } from '../javascript/command-failed.ts';
export { npm } from '../javascript/npm.ts';
export { pnpmYarn } from '../javascript/pnpm-yarn.ts';
