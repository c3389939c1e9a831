import { type Format, single } from '../format.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';

// /srv/app/Basket.cs(12,34): error CS0103: text [/srv/app/Shop.csproj] · MSBUILD : error MSB1009: text
const LINE =
  /^\s*(?:(\S.{0,400}?)(?:\((\d+)(?:,(\d+))?\))? ?: )?(?:fatal )?error ((?:CS|FS|BC|MSB|NU|NETSDK|CA|LNK|C)\d{3,5}): (?!\d+ unresolved externals$)(.*?)(?: \[[^\]]{1,400}(?:proj|\.slnx?)\])?$/;

/** Errors of Microsoft's compilers and of MSBuild. */
export const csc: Format = {
  id: 'csc',
  language: 'dotnet',
  hint: 'error ',
  read(lines, from) {
    const line = lines[from] as Line;
    const match = line.text.includes('error ') ? LINE.exec(line.text.slice(0, 4000)) : null;
    if (match === null || isRepeated(lines, from)) return undefined;
    const [, file, row, column, code = '', message = ''] = match;
    const frames = file === undefined || row === undefined ? [] : [ownFrame(line.at, file, row, column)];
    const language = /^(?:LNK|C)\d/.test(code) ? 'cpp' : 'dotnet';
    return single(lines, from, from + 1, { language, type: 'error', message, code, frames });
  },
};

const REACH = 400;

/** MSBuild prints all errors again at its end. */
function isRepeated(lines: Line[], from: number): boolean {
  const { text } = lines[from] as Line;
  if (!text.endsWith('proj]')) return false;
  for (let index = from - 1; index >= 0 && index > from - REACH; index--)
    if (lines[index]?.text === text) return true;
  return false;
}
