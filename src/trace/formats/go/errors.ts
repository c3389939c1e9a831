import { parseResult, type ParseResult } from '../../format.ts';
import { type Line, textAt } from '../../line.ts';
import { patternTable, groupsResult } from '../../pattern-table.ts';
import type { Exception } from '../../types.ts';
import { parseLocation, parseGoStack } from './stack.ts';

/** Substrings of such errors. */
export const ERROR_TRIGGERS = [
  '.go:',
  'go: ',
  '=== ',
  '--- FAIL: ',
  '• ',
  '[Fail] ',
  '[FAIL] ',
  // What a chain ends with.
  ' no ',
  ' refused',
  ' reset by peer',
  ' denied',
  ' timeout',
  'EOF',
  ' in use',
  ' pipe',
  ' exists',
  ' directory',
  ' syntax',
  'x509: ',
  ' range',
  ' misbehaving',
  ' timed out',
  ' open files',
  ' closed ',
  ' not found',
  // Drivers.
  'pq: ',
  'Error ',
  'rpc error',
  'SQLSTATE ',
  ': context ',
];

/** Errors that are no panics: with stacks (`%+v`), chained by `: `, or the compiler's. */
export function parseErrors(lines: Line[], from: number): ParseResult | undefined {
  return parseStacked(lines, from) ?? parseTool(lines, from) ?? parseChain(lines, from);
}

/** `message`, then pairs of `main.f` and `<tab>/a.go:1`; each wrap follows with its own. */
function parseStacked(lines: Line[], from: number): ParseResult | undefined {
  const exceptions: Exception[] = [];
  let index = from;
  while (index < lines.length) {
    const { text, inputLine } = lines[index] as Line;
    const { frames, next } = parseGoStack(lines, index + 1);
    // An error without a stack stands above the first that wraps it with one.
    const isPlain =
      index === from && frames.length === 0 && parseLocation(textAt(lines, from + 3)) !== null && isEnd(text);
    // A place has no message: turned upside down, a dump would have.
    if ((frames.length === 0 && !isPlain) || text.trim() === '' || parseLocation(text) !== null) break;
    exceptions.push({ type: 'error', message: text.trim(), frames, inputLine });
    index = next;
  }
  if (!exceptions.some(({ frames }) => frames.length > 0)) return undefined;
  return parseResult(lines, from, index, { exceptions, reported: exceptions.length - 1, root: 0 });
}

// How messages of Go's compiler begin: `log` writes a file and a line before any text.
const COMPILER_MESSAGES = [
  '(?:"[^"]{1,400}" )?imported (?:and|as \\w+ and) not used',
  'undefined: ',
  'missing return',
  'cannot (?:use|find package|assign|convert|refer|call|infer)',
  'syntax error',
  '\\S+ (?:declared (?:and|but) not used|redeclared|undefined)',
  'declared and not used',
  'too many (?:arguments|return values)',
  'not enough (?:arguments|return values)',
  'invalid (?:operation|argument|recursive|indirect)',
  'no new variables',
  'assignment mismatch',
  'non-name',
  'unexpected ',
  'duplicate ',
  'multiple-value ',
  'impossible type',
  'undeclared name',
  'unknown field',
  'missing (?:function body|argument|package)',
];

const parseTool = patternTable([
  // ./main.go:5:2: "os" imported and not used
  [
    /^(?:vet: )?(?<file>(?:[\w.@~-]+[/\\]|[A-Z]:\\|[/\\]){0,20}[\w.@-]+\.go):(?<line>\d+):(?<column>\d+): (?<message>.+)$/,
    { linesBelow: /^\t\S|^ {4,}\S/ },
  ],
  // ./cart.go:12: undefined: Total — of compilers that know no column
  [
    new RegExp(
      `^(?<file>(?:[\\w.@~-]+[/\\\\]|[A-Z]:\\\\|[/\\\\]){0,20}[\\w.@-]+\\.go):(?<line>\\d+): (?<message>(?:${COMPILER_MESSAGES.join('|')}).*)$`,
    ),
    { linesBelow: /^\t\S|^ {4,}\S/ },
  ],
  // go: module github.com/acme/none: no matching versions
  [
    /^go: (?<message>(?:module |cannot find |no module |go\.mod |updates to |errors parsing |no required |inconsistent ).{3,900}|\S{3,400}: (?:no matching|not found|invalid version|unknown revision|reading |module ).{0,400})$/,
  ],
  // === RUN   TestSum
  //     sum_test.go:9: text
  // --- FAIL: TestSum (0.00s)
  [
    /^=== (?:RUN|NAME|CONT) .*\n(?<file>\S{1,400}\.go):(?<line>\d+): (?<message>\S.*)(?=\n(?:(?!=== |--- PASS).*\n){0,20}?--- FAIL: )/,
    { lineCount: 24, messageLines: /^\s{5,}\S/, linesBelow: /^\s*--- FAIL: / },
  ],
  // --- FAIL: TestSum (0.00s)
  //     sum_test.go:9: text
  [
    /^--- FAIL: .*\n(?<file>\S{1,400}\.go):(?<line>\d+): (?<message>\S.*)/,
    { lineCount: 2, messageLines: /^\s{5,}\S/ },
  ],
  // • Failure [0.012 seconds]
  // adds the tax [It]
  // /src/shop/cart_test.go:15
  //
  // Expected success, but got an error
  //
  // /src/shop/cart_test.go:18
  [
    /^• (?:Failure|\[FAILED\]) .*\n(?:.+\n){1,12}\n(?<message>[^]*?)\n+(?:In \[\w+\] at: )?(?<file>\S{1,400}\.go):(?<line>\d+)/,
    { lineCount: 40 },
  ],
  // [Fail] Cart [It] adds the tax
  // /src/shop/cart_test.go:18
  [
    /^\[F(?:ail|AIL)\] (?<message>.+)\n(?<file>\S{1,400}\.go):(?<line>\d+)/,
    { lineCount: 2, refersTo: 'previousRepeat' },
  ],
]);

const SYSTEM_ERRORS = [
  'no such file or directory',
  'connection (?:refused|reset by peer)',
  'permission denied',
  'i/o timeout',
  'no such host',
  '(?:unexpected )?EOF',
  'address already in use',
  'no route to host',
  'broken pipe',
  'file exists',
  '(?:is|not) a directory',
  'invalid syntax',
  'x509: .{1,400}',
  'value out of range',
  'server misbehaving',
  'operation timed out',
  'too many open files',
  'use of closed network connection',
  'no rows in result set',
  'record not found',
  'executable file not found in \\$PATH',
];

// start shop: read settings: open settings.toml: no such file or directory
const ENDS = new RegExp(`: (?:${SYSTEM_ERRORS.join('|')})$`);
const LINKS =
  /(?:^|: )(?:open|read|write|(?:dial|listen) (?:tcp|udp|unix)|stat|mkdir|lookup|connect|bind|(?:fork\/)?exec|strconv\.\w+|sql|json|(?:Get|Post|Put|Head) "http\S+) ?/;
// pq: text · Error 1062 (23000): text · rpc error: code = Unavailable desc = text · (SQLSTATE 23505) · context deadline exceeded
const DRIVER_ERROR =
  /^pq: \S|^Error \d{4}(?: \(\w{5}\))?: |(?:^|: )rpc error: code = \w+ desc = \S|\(SQLSTATE \w{5}\)$|: context (?:deadline exceeded|canceled)$/;

const isEnd = (text: string) => ENDS.test(text) || DRIVER_ERROR.test(text);

function parseChain(lines: Line[], from: number): ParseResult | undefined {
  const line = lines[from] as Line;
  const text = line.text.trim();
  if (!text.includes(': ') || text.length > 1000 || !isEnd(text)) return undefined;
  const start = text.replace(
    /^(?:level=\w+ msg="?|(?:ERROR|FATAL|FATA|ERRO):? |(?:error|fatal): |\[error\] |exit status \d+: |(?:\S{1,80}: )?(?:\d{4}\/\d\d\/\d\d [\d:.]{8,15} )?[\w./-]{1,400}\.go:\d+: )/,
    '',
  );
  if (
    !/^[a-z"*]|^Error \d|^(?:Get|Post|Put|Head|Delete|Patch) "/.test(start) ||
    !(LINKS.test(start) || DRIVER_ERROR.test(start)) ||
    // `log.Panic` says it again.
    /^\s*panic: /.test(textAt(lines, from + 1))
  )
    return undefined;
  // Shells and tools have the same ends: `cat: x: No such file` is a command's, and has a capital.
  // shop::http: request failed: connection refused — what Rust's `tracing` logs
  const module = /^[a-z_]\w{0,80}(?:::\w{1,80}){1,12}: /.exec(start)?.[0];
  const language = module === undefined ? 'go' : 'rust';
  const message = start.slice(module?.length ?? 0);
  return groupsResult(lines, from, from + 1, { language, message });
}
