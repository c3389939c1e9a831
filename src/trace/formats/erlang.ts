import { type Format, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import type { Frame } from '../types.ts';

const MAX_LINES = 40;

/** Erlang's reports: `=ERROR REPORT====`, the reason why a server ended, and the shell's `** exception`. */
export const erlang: Format = {
  id: 'erlang',
  language: 'erlang',
  hint: 'REPORT====|** Reason|** exception|exit value:',
  read(lines, from) {
    const { text } = lines[from] as Line;
    const shell = /^\s*\*\* exception (error|exit|throw): (.{1,2000})$/.exec(text.slice(0, 2100));
    if (shell?.[1] !== undefined) return readShell(lines, from, shell[1], shell[2] ?? '');
    if (/^=(?:ERROR|CRASH) REPORT====/.test(text)) {
      for (let index = from + 1; index < lines.length && index < from + MAX_LINES; index++) {
        if (isRecord((lines[index] as Line).text)) return undefined;
        const found = readReason(lines, from, index);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    return readReason(lines, from, from);
  },
};

const isRecord = (text: string) => /^=[A-Z]+ REPORT====/.test(text);

// ** Reason for termination == · Error in process <0.86.0> with exit value: · the term stands on the next line
function readReason(lines: Line[], from: number, index: number): Reading | undefined {
  const { text } = lines[index] as Line;
  const announced =
    /^\s*\*\* Reason for termination *(?:==?|:)\s*$|^\s*(?:\*\* )?Error in process <[\d.]+>.{0,100} with exit value:\s*$/.test(
      text.slice(0, 300),
    );
  if (!announced) return undefined;
  // ** {function_clause,[{price_server,handle_call,… · {badarith,[{stock,ratio,2,… · {{badmatch,x},[…
  const reason = /^\s*(?:\*\* )?\{{1,3}'?([a-z][\w@]{0,100})'?[,}]|^\s*(?:\*\* )?'?([a-z]\w{0,100})'?$/.exec(
    (lines[index + 1]?.text ?? '').slice(0, 400),
  );
  const type = reason?.[1] ?? reason?.[2];
  if (type === undefined) return undefined;
  const frames: Frame[] = [];
  let next = index + 1;
  for (; next < lines.length && next < index + MAX_LINES; next++) {
    const line = lines[next] as Line;
    if (line.text.trim() === '' || isRecord(line.text) || (next > index + 1 && !/^\s/.test(line.text))) break;
    frames.push(...framesIn(line));
  }
  const message =
    /^\s*(?:\*\* )?\{\{\w{1,100},(.{1,500}?)\},(?:\[|$)/.exec(lines[index + 1]?.text ?? '')?.[1] ?? '';
  return single(lines, from, next, { type, message, frames });
}

// {stock,ratio,2,[{file,"src/stock.erl"},{line,14}]}
function framesIn({ text, at }: Line): Frame[] {
  return Array.from(
    text.slice(0, 4000).matchAll(/\[\{file,"([^"]{1,300})"\},\{line,(\d{1,7})\}/g),
    (match): Frame => ({
      file: match[1] ?? '',
      line: Number(match[2]),
      origin: /^gen_|^proc_lib|^erl_|^supervisor/.test(match[1] ?? '') ? 'runtime' : 'app',
      at,
    }),
  );
}

// ** exception error: no match of right hand side value {error,enoent}
//      in function  prices:load/1 (prices.erl, line 7)
function readShell(lines: Line[], from: number, type: string, message: string): Reading {
  const frames: Frame[] = [];
  let next = from + 1;
  for (; next < lines.length && next < from + MAX_LINES; next++) {
    const { text, at } = lines[next] as Line;
    const frame = /^\s+(?:in function|in call from) +(\S{1,200})(?: \((\S{1,200}), line (\d+)\))?/.exec(
      text.slice(0, 600),
    );
    if (frame?.[1] === undefined && !/^\s+\S/.test(text)) break;
    if (frame?.[1] === undefined) continue;
    frames.push({
      ...(frame[2] === undefined ? {} : { file: frame[2], line: Number(frame[3]) }),
      function: frame[1],
      origin: frame[2] === undefined ? 'runtime' : 'app',
      at,
    });
  }
  return single(lines, from, next, { type, message, frames });
}
