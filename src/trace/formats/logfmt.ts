import { type Format, single } from '../format.ts';
import type { Line } from '../line.ts';

/** Go's structured logs: `level=error msg="…" error="…"`, and what logrus writes to a terminal. */
export const logfmt: Format = {
  id: 'logfmt',
  language: 'go',
  hint: 'level=|lvl=|FATA[|PANI[|ERRO[|err="|error="',
  read(lines, from) {
    const text = (lines[from] as Line).text.slice(0, 6000);
    const message = readPairs(text) ?? readTerminal(text) ?? readRecord(lines[from] as Line);
    if (message === undefined || message === '') return undefined;
    return single(lines, from, from + 1, { type: 'error', message });
  },
};

const VALUE = '("(?:[^"\\\\]|\\\\.){0,3000}"|[^\\s"]{1,500})';
const LEVEL = /(?:^|\s)(?:level|lvl)="?(error|fatal|panic|crit|err|dpanic)\b/i;
const ERROR = new RegExp(`\\s(?:error|err|cause)=${VALUE}`);
const MESSAGE = new RegExp(`(?:^|\\s)(?:msg|message)=${VALUE}`);

/** An error's own text; of a fatal record without one its message. */
function readPairs(text: string): string | undefined {
  const level = LEVEL.exec(text)?.[1]?.toLowerCase();
  if (level === undefined) return undefined;
  const error = ERROR.exec(text)?.[1];
  if (error !== undefined && error !== 'null' && error !== '""') return unquoted(error);
  const message = MESSAGE.exec(text)?.[1];
  return message === undefined || level === 'error' || level === 'err' ? undefined : unquoted(message);
}

// FATA[0003] listen tcp :8080: bind: address already in use · ERRO[2024-05-06T10:11:12Z] failed   error="text"
function readTerminal(text: string): string | undefined {
  const match = /^(FATA|PANI|ERRO)\[[^\]]{1,40}\] (\S.*)$/.exec(text);
  if (match?.[2] === undefined) return undefined;
  const error = ERROR.exec(match[2])?.[1];
  if (error !== undefined) return unquoted(error);
  return match[1] === 'ERRO' ? undefined : match[2].replace(/ {2,}\w+=.*$/, '');
}

// 11:21AM ERR cannot sync error="text" pod=web · a log's time, then: "cannot sync" err="text" pod="web"
/** A record of zerolog, slog or klog. */
function readRecord({ text, stamped }: Line): string | undefined {
  if (!stamped && !/^(?:\d\d?:\d\d[AP]M )?(?:ERR|FTL|PNC|ERROR) /.test(text)) return undefined;
  if (
    /^(?:TRACE|DEBUG|INFO|WARN|WARNING|[IW]\d{4}) /.test(text) ||
    LEVEL.test(text) ||
    /\b(?:level|lvl)=/.test(text)
  )
    return undefined;
  const error = /\serr(?:or)?="/.test(text) ? ERROR.exec(text.slice(0, 6000))?.[1] : undefined;
  return error === undefined || /^"(?:|<nil>|null)"$/.test(error) ? undefined : unquoted(error);
}

const unquoted = (value: string) =>
  value.startsWith('"')
    ? value
        .slice(1, -1)
        .replace(/\\(["\\])/g, '$1')
        .replace(/\\n/g, '\n')
    : value;
