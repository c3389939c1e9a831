import { openSession } from '../../../src/prove/sandbox/session.ts';
import type { FenceMode } from '../../../src/prove/sandbox/types.ts';

/**
 * A program that tests kill: makes runs without end, four at a time, whose processes hide.
 * Arguments: the fence, and a number of seconds that marks the processes. Prints `running` when the first run begins.
 */
const [mode, seconds] = process.argv.slice(2) as [FenceMode, string];
const session = await openSession({ print: console.error, modes: [mode] });
const command = `(env -i /usr/bin/setsid /bin/sleep ${seconds} &) ; mkdir -p closed/in; echo > closed/in/file; chmod 500 closed/in closed; sleep 0.4`;
const limits = { seconds: 60, outputBytes: 1000, megabytes: session.fence.memory === true ? 64 : undefined };
console.log('running');
await Promise.all(
  [1, 2, 3, 4].map(async () => {
    for (;;) await session.run({ command, files: [], tools: { environment: {}, paths: [] }, limits });
  }),
);
