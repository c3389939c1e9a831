// Reports of tools that wrap the output of another program.
export { npm } from '../javascript/npm.ts';
export { pnpmYarn } from '../javascript/pnpm-yarn.ts';
