import { languages } from '../languages.ts';
import type { Format } from '../format.ts';
import { patternTable } from '../pattern-table.ts';

const DOCKER_MESSAGES = [
  'Cannot connect to the Docker daemon',
  '(?:permission denied|Got permission denied) while trying to connect to the Docker (?:daemon|API)',
  'failed to (?:solve|build|compute cache key|register layer|create (?:shim )?task):?',
  'standard_init_linux\\.go:\\d+:',
  '(?:OCI runtime (?:create|exec)|runc create) failed:',
  'service "[^"]{1,80}" (?:refers to|depends on)',
];

/** Errors of Docker's client and daemon: one chain joined by colons. */
export const docker: Format = {
  id: 'docker',
  language: languages.docker,
  triggers: [
    'aemon',
    'ocker',
    'failed to ',
    'exec ',
    'standard_init',
    'OCI runtime',
    'runc ',
    'no configuration',
    'service "',
    'ERROR: for ',
  ],
  lineStarts: { inside: ['(?:docker: )?Error response from daemon: '] },
  logTriggers: ['exec format'],
  parse: patternTable([
    // ERROR: for db  Cannot create container for service db: not a directory
    [/^ERROR: for \S+ {1,2}(?<message>Cannot .+)$/, { linesBelow: /^ERROR: Encountered errors/ }],
    // docker: Error response from daemon: driver failed: Bind for 0.0.0.0:80 failed: port is already allocated.
    [/^(?:docker: |ERROR: .{0,400}?)?(?:Error response from daemon|error during connect): (?<message>.+)$/],
    // Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?
    // exec /app/run.sh: exec format error · standard_init_linux.go:228: exec user process caused: exec format error
    [
      new RegExp(
        `^\\(?(?:Error: )?(?:buildx failed with: )?(?:docker: |ERROR: |error: )?(?<message>(?:${DOCKER_MESSAGES.join('|')}) .+|exec \\S+: (?:exec format error|no such file or directory|permission denied)|no configuration file provided: not found)$`,
      ),
    ],
  ]),
};
