import { type Line, mapLines, withText } from '../line.ts';

// ESC [ 1 ; 31 m, and links: ESC ] 8 ; ; address BEL
// oxlint-disable-next-line no-control-regex
const REAL = /[\x1b\x9b](?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\x9b]{0,2000}(?:\x07|\x1b\\)|[@-Z\\-_])?/g;
// `^[[31m`, `\x1b[31m`, `\u001b[31m`, `\033[31m`, `\e[31m`; `[31m` where the escape itself was lost, but no `rate(x[5m])`
const WRITTEN =
  /(?:\^\[|\\x1b|\\u001b|\\033|\\e|[\u241b\ufffd])\[\d{0,3}(?:;\d{1,3}){0,4}[mK]|\[\d{1,3}(?:;\d{1,3}){0,4}m(?!\])/gi;

/** Takes off colours: real ones, written ones and those whose escape character was lost. */
export function stripAnsi(lines: Line[]): Line[] {
  return mapLines(lines, (line) => {
    let text = line.text;
    // oxlint-disable-next-line no-control-regex
    if (/[\x1b\x9b]/.test(text)) text = text.replace(REAL, '');
    if (text.includes('[')) text = text.replace(WRITTEN, '');
    return withText(line, text);
  });
}
