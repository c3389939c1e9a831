// Tools and servers that report an error in a line or two.
export { redis } from '../redis.ts';
export { sql } from '../sql.ts';
export { apt } from '../tools/apt.ts';
export { cloudClis } from '../tools/cloud-clis.ts';
export { cmake } from '../tools/cmake.ts';
export { compose } from '../tools/compose.ts';
export { curl } from '../tools/curl.ts';
export { git } from '../tools/git.ts';
export { kubectl } from '../tools/kubectl.ts';
export { make } from '../tools/make.ts';
export { nginx } from '../tools/nginx.ts';
export { nest } from '../javascript/nest.ts';
export { nodeLauncher } from '../javascript/node-launcher.ts';
export { posixShell } from '../tools/posix-shell.ts';
export { processEnd } from '../tools/process-end.ts';
export { pythonLauncher } from '../python/python-launcher.ts';
export { ssh } from '../tools/ssh.ts';
