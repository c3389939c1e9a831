import { languages } from '../../languages.ts';
import { skipLines } from '../../find-lines.ts';
import { type Format, type ParseResult, parseResult } from '../../format.ts';
import { parseHeader } from '../../exception-header.ts';
import { type Line, textAt } from '../../line.ts';
import { joinMessage, findMessageEnd } from '../../message.ts';
import { matchLocation } from '../../location.ts';
import type { Exception, Frame } from '../../types.ts';
import { type Link, parseLink, parseLinked } from './linked.ts';

const MAX_LINES = 4_000;

/** IPython's and Jupyter's trace: the type stands first, the message last, each frame with its source. */
export const ipython: Format = {
  id: 'ipython',
  language: languages.python,
  triggers: ['Traceback (most'],
  isOldestFirst: true,
  lineStarts: {
    // KeyError Traceback (most recent call last) · Cell In[1], line 4 · File ~/a.py:12, in f · ----> 4 return
    inside: [
      '\\w{0,400}(?:Error|Interrupt|Exit) {1,80}Traceback \\(most',
      'Cell In ?\\[',
      'File \\S{1,400}:\\d+, in ',
      '-{3,}> \\d+ ',
    ],
  },
  parse(lines, from) {
    return parseLinked(
      lines,
      from,
      (index) => parseOne(lines, index),
      (next) => linkAfter(lines, next),
    );
  },
};

/** One exception with its frames. */
function parseOne(lines: Line[], from: number): ParseResult | undefined {
  const line = lines[from] as Line;
  const type = HEADER.exec(line.text)?.[1];
  if (type === undefined) return undefined;
  const exception: Exception = { type, message: '', frames: [], inputLine: line.inputLine };
  let end = from + 1;
  for (let index = end; index < lines.length && index < from + MAX_LINES; index++) {
    const { text, inputLine } = lines[index] as Line;
    const frame = parseFrame(withoutLinks(text));
    const last = exception.frames.at(-1);
    const arrow = ARROW.exec(withoutLinks(text))?.[1];
    const head = parseHeader(text);
    if (frame !== undefined) exception.frames.push({ ...frame, inputLine });
    // Older versions, and cells, name the line by an arrow in the source.
    else if (arrow !== undefined && last !== undefined && !isLineKnown(last)) last.line = Number(arrow);
    else if (head !== undefined && (head.type === type || head.type.endsWith(`.${type}`))) {
      end = findMessageEnd(lines, index + 1, (below) => /^-{20,}$/.test(below));
      exception.type = head.type;
      exception.message = joinMessage(head.message, lines, index + 1, end);
      exception.inputLine = inputLine;
      break;
    } else if (/^-{20,}$/.test(text)) break;
    if (text.trim() !== '') end = index + 1;
  }
  return parseResult(lines, from, end, { exceptions: [exception] });
}

// KeyError                                  Traceback (most recent call last)
const HEADER = /^(\S{1,400}) {2,}Traceback \(most recent call last\)/;
// ----> 8 cart = data[0]
const ARROW = /^-{2,}> (\d{1,7})(?: |$)/;
const isLineKnown = ({ line }: Frame) => line !== undefined;

// Cell In[7], [line 1](vscode-notebook-cell:?execution_count=7&line=1)
/** A line without the addresses that VS Code gives to places. */
const withoutLinks = (text: string) =>
  text.includes('](')
    ? text.replace(/\[([^\][]{1,400})\]\((?:vscode-\S{1,900}?|file:\S{1,900}?)\)/g, '$1')
    : text;

/** The link between two exceptions, and the line (0-based) on which the second begins. */
function linkAfter(lines: Line[], next: number): { link: Link; start: number } | undefined {
  const isEmpty = (text: string) => text.trim() === '' || /^-{20,}$/.test(text);
  const index = skipLines(lines, next, next + 3, isEmpty);
  const link = parseLink(textAt(lines, index));
  return link && { link, start: skipLines(lines, index + 1, index + 5, isEmpty) };
}

const FRAMES = [
  // Cell In[3], line 1 · Cell In[1], line 4, in total(names) · Input In [3], in <cell line: 1>()
  // <ipython-input-1-abc> in <module> · ~/x.py in fn(args)
  /^(?<file>(?:Cell|Input) In ?\[\d+\]|<ipython-input-\S{1,80}>|[~/]\S{1,400}\.py(?= ))(?:, line (?<line>\d+))?(?:,? in (?<name>[^(]{1,400})|$)/,
  // /home/ann/shop/report.ipynb Cell 2 line 6 · untitled:Untitled-1.ipynb Cell 3 in <cell line: 1>()
  /^(?<file>\S.{0,400}?\.ipynb) Cell \d+(?: line \d+)?(?:,? in (?<name>[^(]{1,400})|$)/,
  // pandas/_libs/index.pyx in pandas._libs.index.IndexEngine.get_loc()
  /^(?<file>[\w./-]{1,400}\.p(?:yx|xi)) in (?<name>[^(]{1,400})/,
  // File ~/x.py:589, in Session.request(…)
  /^File (?<file>\S.{0,400}?):(?<line>\d+)(?:, in (?<name>[^(]{1,400})|$)/,
];

const parseFrame = (text: string) => matchLocation(FRAMES, text);
