import type { Format } from '../format.ts';
import type { Line } from '../line.ts';
import { said } from '../said.ts';

/** Errors of Microsoft's compilers and of MSBuild. */
export const csc: Format = {
  id: 'csc',
  language: 'dotnet',
  hint: 'error ',
  read(lines, from) {
    return isRepeated(lines, from) ? undefined : readError(lines, from);
  },
};

// /srv/app/Basket.cs(12,34): error CS0103: text [/srv/app/Shop.csproj] · MSBUILD : error MSB1009: text
const errorOf = (codes: string) =>
  new RegExp(
    `^(?=.*error )(?:(?:(?<file>\\S.{0,400}?)\\((?<line>\\d+)(?:,(?<column>\\d+))?\\)|\\S.{0,400}?) ?: )?(?:fatal )?error (?<code>(?:${codes})\\d{3,5}): (?!\\d+ unresolved externals$)(?<message>.*?)(?: \\[[^\\]]{1,400}(?:proj|\\.slnx?)\\])?$`,
  );
const readError = said([[errorOf('LNK|C'), { language: 'cpp' }], [errorOf('CS|FS|BC|MSB|NU|NETSDK|CA')]]);

const REACH = 400;

/** MSBuild prints all errors again at its end. */
function isRepeated(lines: Line[], from: number): boolean {
  const { text } = lines[from] as Line;
  const above = text.endsWith('proj]') ? lines.slice(Math.max(0, from - REACH), from) : [];
  return above.some((line) => line.text === text);
}
