import { type Format, parseResult, type ParseResult } from '../../format.ts';
import { languages } from '../../languages.ts';
import { type Line, textAt } from '../../line.ts';
import { patternTable } from '../../pattern-table.ts';
import type { Exception } from '../../types.ts';
import { parseDotnetFrame } from './frame.ts';

/** What Visual Studio shows and copies of an exception: its dialogue, its details, its debugger's output. */
export const visualStudio: Format = {
  id: 'visual-studio',
  language: languages.dotnet,
  triggers: ['was unhandled', 'nhandled exception', 'Exception thrown'],
  lookahead: { triggers: ['HResult', 'Message=', 'Message: '], lines: 4 },
  parse(lines, from) {
    return parseDetails(lines, from) ?? parseDialogue(lines, from);
  },
};

const parseDialogue = patternTable([
  // An unhandled exception of type 'System.DivideByZeroException' occurred in Shop.exe
  // Additional information: Attempted to divide by zero.
  [
    /^(?:Message: )?An unhandled exception of type '(?<type>[\w.+`]{3,400})' occurred in .{1,400}(?:\n{1,2}(?:Additional information: )?(?!at |---|The program )(?<message>\S.*))?/,
    { lineCount: 3, messageLines: /^(?!\s*(?:at |$))\s*\S/ },
  ],
  // Exception thrown: 'System.FormatException' in System.Private.CoreLib.dll
  [
    /^(?:Exception thrown|A first chance exception of type): '(?<type>[\w.+`]{3,400})' (?:in|occurred in) .{1,400}$/,
  ],
  // Unhandled exception at 0x00007FF6 in Shop.exe: 0xC0000005: Access violation reading location 0x0.
  [
    /^(?:Unhandled exception|Exception thrown) at 0x[0-9A-Fa-f]{4,16} (?:\(.{1,400}\) )?in .{1,400}?: (?<code>0x[0-9A-Fa-f]{8}): (?<message>.+)$/,
    { language: 'cpp' },
  ],
]);

// System.NullReferenceException · System.A was unhandled by user code · System.A occurred · Inner Exception 1:
const HEADER =
  /^\s*(?:InnerException: )?(?<type>(?:[A-Za-z_]\w*\.)+[\w`+]{1,400})(?: was unhandled(?: by user code)?| occurred)?(?:: (?<message>.*))?$/;
//   HResult=0x80004003 ·   Message: text ·   StackTrace:
const PROPERTY = /^\s*(?<name>_HResult|[A-Z][A-Za-z]{2,30})(?:=|: ?)(?<value>.*)$/;
const MAX_LINES = 2_000;

/** Properties below the type: `Message=…`, `StackTrace:` with frames, and the same for each inner exception. */
function parseDetails(lines: Line[], from: number): ParseResult | undefined {
  const type = HEADER.exec(textAt(lines, from).slice(0, 2000))?.groups?.['type'];
  if (type === undefined || !/^\s*(?:_?HResult=|Message[=:])/.test(textAt(lines, from + 1))) return undefined;
  const exceptions: Exception[] = [newException(type, lines[from] as Line)];
  let property = '';
  let next = from + 1;
  for (let index = next; index < lines.length && index < from + MAX_LINES; index++) {
    const line = lines[index] as Line;
    const last = exceptions.at(-1) as Exception;
    const frame = parseDotnetFrame(line.text);
    const inner = innerType(lines, index);
    const { name, value = '' } = PROPERTY.exec(line.text.slice(0, 8000))?.groups ?? {};
    if (frame !== undefined) last.frames.push({ ...frame, inputLine: line.inputLine });
    else if (inner !== undefined) {
      const { message = '' } = HEADER.exec(line.text)?.groups ?? {};
      exceptions.push({ ...newException(inner, line), message, relation: 'cause' });
      property = '';
    } else if (name !== undefined || ADDITIONAL.test(line.text)) {
      property = name ?? 'Message';
      if (property === 'Message') last.message = value.replace(OCCURRED, '');
      const additional = ADDITIONAL.exec(line.text)?.[1];
      if (additional !== undefined) last.message = additional;
    } else if (line.text.trim() === '') continue;
    else if (property === 'Message') last.message += `\n${line.text.trim()}`;
    else if (!/^\s*(?:Inner Exception \d+:|---)/.test(line.text)) break;
    next = index + 1;
  }
  for (const exception of exceptions) exception.message = exception.message.trim();
  return parseResult(lines, from, next, { exceptions });
}

const ADDITIONAL = /^\s*Additional information: (.*)$/;
const OCCURRED = /^An unhandled exception of type '.{1,400}' occurred in .*$/;

const newException = (type: string, { inputLine }: Line): Exception => ({
  type,
  message: '',
  frames: [],
  inputLine,
});

/** The type of an inner exception that begins at a line. Undefined for any other line. */
function innerType(lines: Line[], index: number): string | undefined {
  const text = textAt(lines, index);
  const isInner =
    /^\s*InnerException: \S/.test(text) || /^\s*Inner Exception \d+:$/.test(textAt(lines, index - 1));
  if (!isInner) return undefined;
  return HEADER.exec(text)?.groups?.['type'] ?? /^\s*(\w{1,400}Exception)(?::|$)/.exec(text)?.[1];
}
