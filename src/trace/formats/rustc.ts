import type { Format, Reading } from '../format.ts';
import type { Line } from '../line.ts';
import { said } from '../said.ts';

/** Errors of rustc and cargo. */
export const rustc: Format = {
  id: 'rustc',
  language: 'rust',
  hint: 'error: |error[',
  read(lines, from) {
    return readError(lines, from) ?? readBuildScript(lines, from);
  },
};

const readError = said([
  // error[E0308]: mismatched types · error: expected `;`, with `--> src/main.rs:1:2` in one of the next lines
  [
    /^error(?:\[(?<code>E\d{4})\])?: (?!failed to run custom build|aborting due to|could not compile|test failed|\d+ target)(?<message>.+)\n(?:.*\n){0,2}?--> (?<file>.{1,400}?):(?<line>\d+):(?<column>\d+)(?=\n|$)/,
    { over: 4, below: /\S/ },
  ],
  // What cargo says without a place.
  [
    /^error(?:\[(?<code>E\d{4})\]: |: (?=linker [`'"]?\S+ not found|linking with|no matching package|failed to (?:select a version|parse manifest|get |load |download|resolve)|package [`'"]|could not find [`'"]?Cargo\.toml|no bin target|cannot find macro|the lock file|unexpected argument|the following required arguments|unrecognized subcommand|invalid value '))(?<message>.+)$/,
    { below: /\S/ },
  ],
]);

const readHead = said([[/^error: (?<message>failed to run custom build command.*)$/, { reports: 'below' }]]);
const readExit = said([
  [
    /^(?<message>process didn['’]?t exit successfully: .{1,400}\(exit (?:status|code): (?<code>\d+).*\))$/,
    { type: 'exit' },
  ],
]);

/** A build script's failure: what it printed stands below, and is the root. */
function readBuildScript(lines: Line[], from: number): Reading | undefined {
  const found = readHead(lines, from);
  for (let index = from + 1; found !== undefined && index < lines.length && index < from + 8; index++) {
    const [exit] = readExit(lines, index)?.trace.exceptions ?? [];
    if (exit === undefined) continue;
    found.trace.exceptions.push({ ...exit, relation: 'cause' });
    found.trace.root++;
    found.trace.span[1] = (lines[index] as Line).to;
    found.next = index + 1;
  }
  return found;
}
