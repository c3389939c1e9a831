import type { Format } from '../../format.ts';
import { kubectl } from '../tools/kubectl.ts';
import { apt } from '../tools/apt.ts';
import { git } from '../tools/git.ts';
import { nest } from '../javascript/nest.ts';
import { pythonLauncher } from '../python/python-launcher.ts';
import { cmake } from '../tools/cmake.ts';
import { cloudClis } from '../tools/cloud-clis.ts';
import { redis } from '../redis.ts';
import { cors } from '../javascript/cors.ts';
import { compose } from '../tools/compose.ts';
import { curl } from '../tools/curl.ts';
import { nodeLauncher } from '../javascript/node-launcher.ts';
import { nginx } from '../tools/nginx.ts';
import { processEnd } from '../tools/process-end.ts';
import { posixShell } from '../tools/posix-shell.ts';
import { celery } from '../python/celery.ts';
import { systemd } from '../tools/systemd.ts';
import { react } from '../javascript/react.ts';
import { make } from '../tools/make.ts';
import { pythonLog } from '../python/python-log.ts';
import { sql } from '../sql.ts';
import { ssh } from '../tools/ssh.ts';

/** Tools and servers that report an error in a line or two. */
export const tools: Format[] = [
  apt,
  celery,
  cloudClis,
  cmake,
  compose,
  cors,
  curl,
  git,
  kubectl,
  make,
  nest,
  nginx,
  nodeLauncher,
  posixShell,
  processEnd,
  pythonLauncher,
  pythonLog,
  react,
  redis,
  sql,
  ssh,
  systemd,
];
