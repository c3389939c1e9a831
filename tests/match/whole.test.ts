import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scan } from '../../src/match/scan.ts';
import { parse, type Trace } from '../../src/trace/index.ts';

const root = join(import.meta.dirname, '..', 'trace');
const none = { frameworks: [], guides: [] };

/** Every recorded text; of a variant without what it says above its `---` of how it must be read. */
const texts = new Map(
  globSync('{corpus,variants}/**/*.txt', { cwd: root })
    .sort()
    .map((file) => [
      file,
      readFileSync(join(root, file), 'utf8')
        .replace(/^(?:\w+:.*\n)+---\n/, '')
        .trimEnd(),
    ]),
);

const clock = (line: number) => `10:${String(line % 60).padStart(2, '0')}:07`;
/** A line of a service in which nothing fails. */
const services: Record<string, (line: number) => string> = {
  'times as in ISO 8601': (line) =>
    `2026-11-22T${clock(line)}.123Z INFO  request ${line} GET /items/${line} 200 12 ms`,
  "a web server's addresses": (line) =>
    `10.0.0.${line % 250} - - [22/Nov/2026:${clock(line)} +0000] "GET /items/${line} HTTP/1.1" 200 612 "-" "curl/8.1"`,
  "Ruby's logger": (line) =>
    `I, [2026-11-22T${clock(line)}.123456 #12]  INFO -- : Completed 200 OK in ${line % 90}ms`,
};

/** What is lost between other lines, and why. */
const lost: Record<string, string> = {
  'variants/sentry-python-copy.txt': 'its last frame is below ten lines without a word of an error',
  'variants/boot3-no-bean.txt': 'ten quiet lines lie between it and what announces it',
  'variants/boot3-value.txt': 'ten quiet lines lie between it and what announces it',
  'variants/node-padded-line.txt': 'only a line that is the whole paste is cut where it was padded',
  'variants/emphasis-underscores.txt': 'emphasis is Markdown only in a short paste',
  'variants/airbrake-bold-gems.txt': 'bold type is Markdown only in a short paste',
  'variants/wrap-diff-plus.txt': 'a sign of a diff is one where nearly all lines have it',
  'variants/wrap-grep-context.txt': 'a number of a line is one where nearly all lines have it',
};

for (const [name, line] of Object.entries(services)) {
  const quiet = (lines: number) => Array.from({ length: lines }, (_, index) => `${line(index)}\n`).join('');
  // Of more than is read whole.
  const log = quiet(4000);
  const few = quiet(60);
  const rest = quiet(100);

  test(`Every recorded error, and nothing else, is found in the middle of a log with ${name}.`, async () => {
    const wrong: string[] = [];
    for (const [file, text] of texts) {
      const { groups } = await scan([`${log}${text}\n${rest}`], none);
      const found = groups.flatMap(({ trace, count }) => Array<string>(count).fill(rootOf(trace)));
      if (!isSame(found, parse(text).map(rootOf))) wrong.push(file);
    }
    assert.deepEqual(
      wrong.filter((file) => lost[file] === undefined),
      [],
    );
  });

  test(`Every recorded error, and nothing else, is found in a paste of lines with ${name}.`, () => {
    const wrong: string[] = [];
    for (const [file, text] of texts) {
      if (!isSame(parse(`${few}${text}\n${few}`).map(rootOf), parse(text).map(rootOf))) wrong.push(file);
    }
    assert.deepEqual(
      wrong.filter((file) => lost[file] === undefined),
      [],
    );
  });
}

test('A file on the command line is read as the same text pasted.', async () => {
  assert.notEqual(texts.size, 0);
  for (const [file, text] of texts) {
    const { groups } = await scan([text], none);
    const found = groups.flatMap(({ trace, count }) => Array<string>(count).fill(rootOf(trace)));
    assert.ok(isSame(found, parse(text).map(rootOf)), file);
  }
});

const rootOf = ({ exceptions, root }: Trace) => `${exceptions[root]!.type} ${exceptions[root]!.code ?? ''}`;
const isSame = (found: string[], wanted: string[]) => String(found.sort()) === String(wanted.sort());
