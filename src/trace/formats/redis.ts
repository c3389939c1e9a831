import { languages } from '../languages.ts';
import type { Format } from '../format.ts';
import { patternTable } from '../pattern-table.ts';

/** Errors that a Redis server answers with; the first word is the code. */
export const redis: Format = {
  id: 'redis',
  language: languages.redis,
  triggers: [
    '(error) ',
    'AUTH failed: ',
    'to Redis at ',
    'NOAUTH',
    'WRONG',
    'MISCONF',
    'OOM',
    'READONLY',
    'NOSCRIPT',
    'CLUSTER',
    'CROSS',
    'EXECABORT',
    'NOREPL',
    'NOPERM',
    'MASTERDOWN',
    'BUSY',
    'ERR ',
    'LOADING',
  ],
  lineStarts: { inside: ['\\(error\\) [A-Z]{3,}'] },
  logTriggers: ['NOAUTH', 'WRONGTYPE', 'MISCONF', 'WRONGPASS', 'OOM command'],
  parse: patternTable([
    // (error) WRONGTYPE Operation against a key · -NOAUTH Authentication required. · NOAUTH Authentication required.
    [
      /^(?:\(error\) |-|AUTH failed: |(?=(?:WRONG(?:TYPE|PASS)|MISCONF|OOM|READONLY|NO(?:AUTH|SCRIPT|REPLICAS|PERM|PROTO|GROUP|TREADY)|BUSY(?:KEY|GROUP)|CLUSTERDOWN|CROSSSLOT|EXECABORT|MASTERDOWN|TRYAGAIN|UNKILLABLE|UNBLOCKED) ))(?<type>[A-Z]{3,16}) (?<message>\S.*)$/,
    ],
    // ERR Error running script (call to f_1): @user_script:4: WRONGTYPE Operation against a key
    [
      /^-?(?<type>ERR) (?<message>(?:Error (?:running|compiling) script|unknown (?:sub)?command|wrong number of arguments|max number of clients|value is (?:not|out of)|(?:invalid )?DB index|no such key|Client sent AUTH|syntax error$).*)$/,
    ],
    [/^(?<message>Could not connect to Redis at \S+: .{1,400})$/],
  ]),
};
