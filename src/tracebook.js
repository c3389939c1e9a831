#!/usr/bin/env node
import { existsSync } from 'node:fs';

/** The command `tracebook`: in the repository Node runs the sources, in the package what is compiled of them. */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Tracebook needs Node.js 22.18 or newer, and this is ${process.versions.node}. Install another.`,
  );
  process.exit(2);
}
const isRepository = existsSync(new URL('./package/compile.ts', import.meta.url));
await import(isRepository ? './cli.ts' : '../lib/cli.js');
