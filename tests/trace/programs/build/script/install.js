const { execFileSync } = require('node:child_process');

throw new Error(`no compiler for ${process.platform === 'linux' ? 'this system' : process.platform}`);
void execFileSync;
