import { type Format, single } from '../format.ts';
import type { Line } from '../line.ts';

const CODES =
  'ERR|NOAUTH|WRONGTYPE|WRONGPASS|MISCONF|OOM|LOADING|READONLY|NOSCRIPT|BUSY|BUSYKEY|MOVED|ASK|CLUSTERDOWN|CROSSSLOT|EXECABORT|NOREPLICAS|NOPERM|MASTERDOWN|TRYAGAIN|NOPROTO|UNKILLABLE|BUSYGROUP|NOGROUP|UNBLOCKED|DENIED|NOTREADY';
// (error) WRONGTYPE Operation against a key · -NOAUTH Authentication required. · NOAUTH Authentication required.
const ERROR = new RegExp(
  `^\\s*(?:(\\(error\\) |-|AUTH failed: )(${CODES}|[A-Z]{3,16})|(${CODES.replace('ERR|', '').replace('BUSY|', '').replace('ASK|', '').replace('MOVED|', '').replace('DENIED|', '').replace('LOADING|', '')})) (\\S.*)$`,
);
// Could not connect to Redis at 127.0.0.1:6379: Connection refused
const CONNECT = /^\s*(Could not connect to Redis at \S+: .{1,200})$/;

/** Errors that a Redis server answers with; the first word is the code. */
export const redis: Format = {
  id: 'redis',
  language: 'redis',
  hint: '(error) |AUTH failed: |to Redis at |NOAUTH|WRONG|MISCONF|OOM|READONLY|NOSCRIPT|CLUSTER|CROSS|EXECABORT|NOREPL|NOPERM|MASTERDOWN|BUSY|ERR |LOADING',
  read(lines, from) {
    const text = (lines[from] as Line).text.slice(0, 2000);
    const error = ERROR.exec(text);
    const type = error?.[2] ?? error?.[3];
    if (type !== undefined)
      return single(lines, from, from + 1, {
        type,
        message: error?.[4] ?? '',
      });
    const message = CONNECT.exec(text)?.[1];
    return message === undefined ? undefined : single(lines, from, from + 1, { type: 'error', message });
  },
};
