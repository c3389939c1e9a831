import { defineLanguage } from '../languages.ts';
import { type Format, type ParseResult, exceptionResult } from '../format.ts';
import type { Line } from '../line.ts';
import { toAppFrame } from '../location.ts';
import { findLine, skipLines } from '../find-lines.ts';
import type { Frame } from '../types.ts';

const MAX_MESSAGE = 12;
const MAX_SOURCE = 12;

/** PowerShell's error records: with the place and `CategoryInfo` below, or as PowerShell 7 draws them. */
export const powershell: Format = {
  id: 'powershell',
  language: defineLanguage({ id: 'powershell', name: 'PowerShell', endings: ['.ps1', '.psm1'] }),
  triggers: ['.ps1:', '.psm1:', 'ParserError:', 'Exception:', 'Operation:'],
  lookahead: { triggers: ['+ CategoryInfo'], lines: MAX_MESSAGE + MAX_SOURCE },
  logTriggers: ['CategoryInfo'],
  parse: (lines, from) => parseConcise(lines, from) ?? parseRecord(lines, from),
};

// At C:\shop\cart.ps1:3 char:1 · At line:1 char:5 · In C:\shop\cart.ps1:3 Zeichen:1 · Au caractère C:\shop\cart.ps1:3 : 1
const LOCATION =
  /^\s*(?:At|In|Au caractère|En|Em|In riga:?) (?:(?<file>(?:[A-Za-z]:|\\\\|\/)\S?.{0,400}|\S{1,400}\.ps[md]?1):|(?:line|Zeile|ligne|línea):)(?<line>\d+) (?:(?:char|Zeichen|carácter|caractere|car\.): ?|: ?)(?<column>\d+)$/;
//     + CategoryInfo          : ObjectNotFound: (C:\shop\cart.txt:String) [Get-Item], ItemNotFoundException
const CATEGORY =
  /^\s*\+ CategoryInfo\s*: (?<category>\w{1,80})?:? ?.{0,900}\[.{0,400}\], (?<type>[\w.]{1,400})\s*$/;
//     + FullyQualifiedErrorId : PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand
const ID = /^\s*\+ FullyQualifiedErrorId : (?<code>[\w.]{2,400})(?:,.{0,400})?$/;

function parseRecord(lines: Line[], from: number): ParseResult | undefined {
  const { text } = lines[from] as Line;
  if (text.trim() === '' || LOCATION.test(text) || /^\s*\+ |^PS [^>]{0,400}> /.test(text)) return undefined;
  const place = findLine(
    lines,
    from + 1,
    from + MAX_MESSAGE,
    (line) => LOCATION.test(line),
    (line) => line.trim() === '',
  );
  const category = findLine(
    lines,
    place ?? from + 1,
    (place ?? from) + MAX_SOURCE,
    (line) => CATEGORY.test(line),
    (line, index) => index > (place ?? from) && !/^\s*\+|^$/.test(line),
  );
  if (category === undefined) return undefined;
  const { type = '' } = CATEGORY.exec((lines[category] as Line).text)?.groups ?? {};
  const code = ID.exec(lines[category + 1]?.text ?? '')?.groups?.['code'];
  const rows = lines.slice(from, place ?? category).map((line) => line.text.trim());
  // Get-Item : Cannot find path — a console breaks the message at its width
  const message = rows
    .join(' ')
    .replace(/^[^\s:]\S{0,400} : /, '')
    .replace(/\s{2,}/g, ' ');
  const next = skipLines(lines, category + 1, category + 3, (line) =>
    /^\s*\+ FullyQualifiedErrorId|^\s{6,}\S/.test(line),
  );
  const frames = place === undefined ? [] : framesOf(lines[place] as Line);
  return exceptionResult(lines, from, next, { type, message, code, frames });
}

function framesOf({ text, inputLine }: Line): Frame[] {
  const { file, line, column } = LOCATION.exec(text)?.groups ?? {};
  return file === undefined ? [] : [toAppFrame(inputLine, file, line, column)];
}

// Get-Item: /srv/shop/cart.ps1:3 · Exception: C:\shop\cart.ps1:3:5 · ParserError:
// Line |
const CONCISE =
  /^(?<name>[A-Za-z][\w.-]{1,400}):(?: (?<file>(?:[A-Za-z]:|\/|\\\\)?\S.{0,400}\.ps[md]?1):(?<line>\d+)(?::(?<column>\d+))?)?\s*$/;

function parseConcise(lines: Line[], from: number): ParseResult | undefined {
  const { text, inputLine } = lines[from] as Line;
  const groups = CONCISE.exec(text.slice(0, 2000))?.groups;
  if (groups === undefined || !/^Line \|\s*$/.test(lines[from + 1]?.text ?? '')) return undefined;
  const next = skipLines(lines, from + 2, from + MAX_SOURCE, (line) => /^\s*\d* \|/.test(line));
  const rows = lines.slice(from + 2, next).map((line) => line.text.trim());
  // The source and what marks it come first.
  const marks = rows.findLastIndex((row) => /^\| +~+/.test(row));
  const message = rows
    .slice(marks + 1)
    .map((row) => row.replace(/^\d* ?\| ?/, ''))
    .join('\n')
    .trim();
  const { name = '', file, line, column } = groups;
  if (message === '') return undefined;
  const type = /^(?:\w*Exception|ParserError|InvalidOperation|[A-Z]\w+Error)$/.test(name) ? name : 'error';
  const frames = file === undefined ? [] : [toAppFrame(inputLine, file, line, column)];
  return exceptionResult(lines, from, next, { type, message, frames });
}
