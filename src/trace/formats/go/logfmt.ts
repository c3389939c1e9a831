import { languages } from '../../languages.ts';
import type { Format } from '../../format.ts';
import { type Line, textAt } from '../../line.ts';
import { groupsResult } from '../../pattern-table.ts';

/** Go's structured logs: `level=error msg="…" error="…"`, and what logrus writes to a terminal. */
export const logfmt: Format = {
  id: 'logfmt',
  language: languages.go,
  triggers: ['level=', 'lvl=', 'FATA[', 'PANI[', 'ERRO[', 'err="', 'error="'],
  logTriggers: ['PANI'],
  parse(lines, from) {
    const text = textAt(lines, from).slice(0, 4000);
    const message = parsePairs(text) ?? parseTerminal(text) ?? parseRecord(lines[from] as Line);
    if (message === undefined || message === '') return undefined;
    return groupsResult(lines, from, from + 1, { message });
  },
};

const VALUE = '("(?:[^"\\\\]|\\\\.){0,4000}"|[^\\s"]{1,900})';
const LEVEL = /(?:^|\s)(?:level|lvl)="?(error|fatal|panic|crit|err|dpanic)\b/i;
const ERROR = new RegExp(`\\s(?:error|err|cause)=${VALUE}`);
const MESSAGE = new RegExp(`(?:^|\\s)(?:msg|message)=${VALUE}`);

/** An error's own text; of a fatal record without one its message. */
function parsePairs(text: string): string | undefined {
  const level = LEVEL.exec(text)?.[1];
  if (level === undefined) return undefined;
  const message = /^err/i.test(level) ? undefined : MESSAGE.exec(text)?.[1];
  return errorIn(text) ?? unquoted(message);
}

// FATA[0003] listen tcp :8080: bind: address already in use · ERRO[2024-05-06T10:11:12Z] failed   error="text"
function parseTerminal(text: string): string | undefined {
  const match = /^(FATA|PANI|ERRO)\[[^\]]{1,80}\] (\S.*)$/.exec(text);
  if (match?.[2] === undefined) return undefined;
  const isNotice =
    match[1] === 'ERRO' && !/\b(?:error|panic|failed|cannot|could not|unable)\b/i.test(match[2]);
  return errorIn(match[2]) ?? (isNotice ? undefined : match[2].replace(/(?<! ) {2,}\w+=.*/, ''));
}

// 11:21AM ERR cannot sync error="text" pod=web · a log's time, then: "cannot sync" err="text" pod="web"
/** A record of zerolog, slog or klog. */
function parseRecord({ text, hasLogPrefix: stamped }: Line): string | undefined {
  if (!stamped && !/^(?:\d\d?:\d\d[AP]M )?(?:ERR|FTL|PNC|ERROR) /.test(text)) return undefined;
  const isOther = /^(?:TRACE|DEBUG|INFO|WARN|WARNING|[IW]\d{4}) |\b(?:level|lvl)=/.test(text);
  return isOther || !/\serr(?:or)?="/.test(text) ? undefined : errorIn(text.slice(0, 4000));
}

/** What a record says of its error, where that is anything. */
function errorIn(text: string): string | undefined {
  const error = ERROR.exec(text)?.[1];
  return error === undefined || /^"?(?:|<nil>|null)"?$/.test(error) ? undefined : unquoted(error);
}

const unquoted = (value?: string) =>
  value?.startsWith('"') === true
    ? value
        .slice(1, -1)
        .replace(/\\(["\\])/g, '$1')
        .replace(/\\n/g, '\n')
    : value;
