import { languages } from '../../languages.ts';
import type { Format } from '../../format.ts';
import { type Line, textAt } from '../../line.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of Microsoft's compilers and of MSBuild. */
export const csc: Format = {
  id: 'csc',
  language: languages.dotnet,
  triggers: ['error ', 'Error\t', 'Error (active)'],
  parse(lines, from) {
    return isRepeated(lines, from) ? undefined : parseError(lines, from);
  },
};

// /srv/app/Basket.cs(12,34): error CS0103: text [/srv/app/Shop.csproj] · MSBUILD : error MSB1009: text
const errorOf = (codes: string) =>
  new RegExp(
    `^(?=.*error )(?:(?:\\d+>)?(?:(?<file>\\S.{0,400}?)\\((?<line>\\d+)(?:,(?<column>\\d+))?(?:,\\d+,\\d+)?\\)|\\S.{0,400}?) ?: )?(?:fatal )?error (?<code>(?:${codes})\\d{3,5}): (?!\\d+ unresolved externals$)(?<message>.*?)(?: \\[[^\\]]{1,400}(?:proj|\\.slnx?)\\])?$`,
  );
// Error<tab>CS0103<tab>The name 'cart' does not exist<tab>Shop<tab>C:\\shop\\Cart.cs<tab>12<tab>Active
const LIST =
  /^Error(?: \(active\))?\t(?<code>[A-Z]{1,6}\d{3,5})?\t(?<message>[^\t]{1,4000})\t(?:[^\t]{0,400}\t){0,2}?(?<file>[^\t]{1,400}\.\w{1,8})\t(?<line>\d+)(?:\t|$)/;
const parseError = patternTable([
  [LIST],
  [errorOf('LNK|C'), { language: 'cpp' }],
  [errorOf('CS|FS|BC|MSB|NU|NETSDK|CA')],
]);

const REACH = 400;

/** MSBuild prints all errors again at its end. */
function isRepeated(lines: Line[], from: number): boolean {
  const text = textAt(lines, from);
  const above = text.endsWith('proj]') ? lines.slice(Math.max(0, from - REACH), from) : [];
  return above.some((line) => line.text === text);
}
