import { type Format, single } from '../format.ts';
import type { Line } from '../line.ts';

const ERRORS = [
  // docker: Error response from daemon: driver failed: Bind for 0.0.0.0:80 failed: port is already allocated.
  /^(?:docker: |ERROR: .{0,200}?)?Error response from daemon: (.+)$/,
  // Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?
  /^(?:docker: |ERROR: |error: )?(Cannot connect to the Docker daemon .+)$/,
  /^(?:docker: |ERROR: |error: )?((?:permission denied|Got permission denied) while trying to connect to the Docker (?:daemon|API) .+)$/,
  /^(?:ERROR: |error: )?(failed to (?:solve|build|compute cache key|register layer|create (?:shim )?task)[: ].+)$/,
  /^(?:docker: )?error during connect: (.+)$/,
  // exec /app/run.sh: exec format error · standard_init_linux.go:228: exec user process caused: exec format error
  /^((?:exec \S+: (?:exec format error|no such file or directory|permission denied))|standard_init_linux\.go:\d+: .+)$/,
  /^((?:OCI runtime (?:create|exec) failed|runc create failed): .+)$/,
  /^(no configuration file provided: not found|service "[^"]{1,80}" (?:refers to|depends on) .+)$/,
];

/** Errors of Docker's client and daemon: one chain joined by colons. */
export const docker: Format = {
  id: 'docker',
  language: 'docker',
  hint: 'aemon|ocker|failed to |exec |standard_init|OCI runtime|runc |no configuration|service "',
  read(lines, from) {
    const text = (lines[from] as Line).text.trim().slice(0, 4000);
    for (const pattern of ERRORS) {
      const message = pattern.exec(text)?.[1];
      if (message !== undefined)
        return single(lines, from, from + 1, {
          type: 'error',
          message,
        });
    }
    return undefined;
  },
};
