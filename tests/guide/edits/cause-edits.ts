import { createHash } from 'node:crypto';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { replace, replaceAll, setField } from './edit-files.ts';
import type { Cause } from '../../../src/guide/content.ts';
import {
  causeFile,
  type EditedSite,
  guideFile,
  guideOf,
  guidesOf,
  otherCauses,
  renewLedger,
  type SiteEdit,
} from './edited-site.ts';

/** Where a removed cause waits for coming back. */
const REMOVED = 'removed-cause';
let removedFrom = '';

/** Signals of a cause that are 25 kB of an index, compressed: each hexadecimal digit is half a byte then. */
const manySignals = (cause: Cause): string =>
  Array.from({ length: 110 }, (_, i) => {
    const hash = createHash('shake256', { outputLength: 230 }).update(`${cause.dir} ${i}`);
    return `  - message: "filler ${hash.digest('hex')}"\n`;
  }).join('');

const causesOf = (site: EditedSite) => guidesOf(site).flatMap(({ causes }) => causes);

/** Changes of causes. */
export const causeEdits: SiteEdit[][] = [
  [
    {
      name: 'the text of a cause',
      apply: (site) => replace(causeFile(guideOf(site, 0).causes[0]), '\n## Fix', `\nSo it does.\n$&`),
    },
    {
      name: 'the signals of a cause',
      apply: (site) =>
        replace(causeFile(guideOf(site, 3).causes[0]), /^signals:\n/m, `$&  - message: "An edit failed"\n`),
    },
  ],
  [
    {
      name: 'the fix of a cause, which lists name',
      apply: (site) => setField(causeFile(guideOf(site, 1).causes[0]), 'fix', `Do it as the edit says.`),
    },
  ],
  [
    {
      name: 'the title and the label of a cause',
      apply(site) {
        const file = causeFile(guideOf(site, 4).causes[0]);
        setField(file, 'title', 'An edited title');
        setField(file, 'short', 'An edit');
      },
    },
    {
      name: 'the order of causes',
      apply(site) {
        const [first, second] = guideOf(site, 2).causes;
        setField(causeFile(first), 'order', String(second!.frontmatter.order));
        setField(causeFile(second), 'order', String(first!.frontmatter.order));
      },
    },
  ],
  [
    {
      name: 'the cause that a guide shows',
      apply(site) {
        const [other] = otherCauses(site, 3);
        const file = guideFile(site, 3);
        replaceAll(file, /^<Note at=[^]*?^<\/Note>\n/gm, '');
        setField(file, 'shows', other!.id);
      },
    },
    {
      name: 'a former id of a cause',
      apply: (site) => setField(causeFile(guideOf(site, 2).causes[0]), 'formerly', `[old]`),
    },
  ],
  [
    {
      name: 'a moved cause',
      apply(site) {
        const cause = otherCauses(site, 1)[0]!;
        const moved = `${cause.id}-moved`;
        renameSync(cause.dir, `${cause.dir}-moved`);
        setField(join(`${cause.dir}-moved`, 'cause.mdx'), 'formerly', `[${cause.id}]`);
        replaceAll(guideFile(site, 1), `](#${cause.id})`, `](#${moved})`);
        replaceAll(guideFile(site, 1), `"${cause.id}/`, `"${moved}/`);
        for (const other of guideOf(site, 1).causes)
          replaceAll(causeFile(other), `](#${cause.id})`, `](#${moved})`);
        renewLedger(site);
      },
    },
  ],
  [
    {
      name: 'a removed cause',
      apply(site) {
        const gone = otherCauses(site, 4).at(-1)!;
        removedFrom = gone.dir;
        renameSync(gone.dir, join(site.root, REMOVED));
        replaceAll(guideFile(site, 4), `](#${gone.id})`, `](#causes)`);
        renewLedger(site);
      },
    },
  ],
  [
    {
      name: 'a new cause',
      apply(site) {
        renameSync(join(site.root, REMOVED), removedFrom);
        renewLedger(site);
      },
    },
  ],
  [
    {
      name: 'so many signals that the match index is in buckets, which every page with the box says',
      apply(site) {
        for (const cause of causesOf(site))
          replace(causeFile(cause), /^signals:\n/m, `$&${manySignals(cause)}`);
      },
    },
  ],
  [
    {
      name: 'so few signals that the match index is in one file again',
      apply(site) {
        for (const cause of causesOf(site))
          replaceAll(causeFile(cause), /^ {2}- message: "filler .*\n/gm, '');
      },
    },
  ],
];
