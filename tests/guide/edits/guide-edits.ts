import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hashBytes } from '../../../src/guide/proof-inputs.ts';
import { append, replace, setField } from './edit-files.ts';
import {
  contentFile,
  frameworkFile,
  guideFile,
  guideOf,
  removeLinks,
  renameLinks,
  renewLedger,
  renewProofs,
  setRelated,
  type SiteEdit,
} from './edited-site.ts';

/** Where a removed guide waits for coming back. */
const REMOVED = 'removed-guide';

/** Changes of guides and of what is recorded for them. */
export const guideEdits: SiteEdit[][] = [
  [
    {
      name: 'the text of a guide',
      apply: (site) => replace(guideFile(site), '\n## Reading the trace', `\nIt came twice.\n$&`),
    },
    {
      name: 'the date of publication',
      apply: (site) => setField(guideFile(site, 4), 'published', `2026-01-01`),
    },
  ],
  [
    {
      name: 'the code of a cause',
      apply(site) {
        const { layers, dir } = guideOf(site, 1).causes[0]!;
        const folder = (['broken', 'app', 'test'] as const).find((name) =>
          layers[name].some(({ path }) => path.endsWith('.py')),
        )!;
        const file = layers[folder].find(({ path }) => path.endsWith('.py'))!;
        append(join(dir, folder, file.path), '# An edit\n');
        renewProofs(site);
      },
    },
    {
      name: 'a note beside the trace',
      apply: (site) => replace(guideFile(site, 3), /^<Note at=".*">\n/m, `$&An edit of the note. `),
    },
  ],
  [
    {
      name: 'the title of a guide, which others name as related and as the next one',
      apply: (site) => replace(guideFile(site, 2), /^title: "/m, `$&An edit of `),
    },
  ],
  [
    {
      name: 'the summary of a guide',
      apply: (site) => setField(guideFile(site, 1), 'summary', `An edit of the summary.`),
    },
    {
      name: 'a question',
      apply: (site) => replace(guideFile(site, 4), /^### Why does/m, `### After an edit, why does`),
    },
  ],
  [
    {
      name: 'the reason for a related guide',
      apply: (site) => setRelated(guideFile(site, 3), site.ids[4]!, 'The edit says so.'),
    },
    {
      name: 'an exception of a guide',
      apply: (site) => replace(guideFile(site), /^exceptions:\n/m, `$&  - EditError\n`),
    },
  ],
  [
    {
      name: 'the messages of a guide',
      apply: (site) =>
        replace(
          guideFile(site, 2),
          /^messages:\n/m,
          `$&  - { text: "An edit of {what} went wrong", source: "An older version." }\n`,
        ),
    },
    {
      name: "the workflow of a guide, which had the framework's",
      apply(site) {
        const file = contentFile(site, site.ids[1]!, 'ci.yml');
        cpSync(frameworkFile(site, 'ci.yml'), file);
        append(file, '# An edit\n');
      },
    },
  ],
  [
    {
      name: 'a code of a guide',
      apply: (site) => setField(guideFile(site, 2), 'codes', `[EDIT_4711]`),
    },
  ],
  [
    {
      name: 'a guide that no longer proves',
      apply: (site) => setField(guideFile(site, 4), 'unproved', `The edit broke it.`),
    },
    {
      name: 'a recorded trace',
      apply(site) {
        const { dir, proof, trace } = guideOf(site, 1).causes[0]!.recorded[0]!;
        const edited = `Starting the edited shop\n${trace}`;
        writeFileSync(join(dir, 'trace.txt'), edited);
        writeFileSync(join(dir, 'proof.json'), JSON.stringify({ ...proof, trace: hashBytes(edited) }));
      },
    },
  ],
  [
    {
      name: 'the date of a proof',
      apply(site) {
        const { dir } = guideOf(site, 2).causes[0]!.recorded[0]!;
        replace(join(dir, 'proof.json'), /"date": ?"[^"]*"/, `"date": "2026-01-02"`);
      },
    },
  ],
  [
    {
      name: 'a renamed guide',
      apply(site) {
        const from = site.ids[5]!;
        const to = `${from}-moved`;
        renameSync(contentFile(site, from), contentFile(site, to));
        setField(contentFile(site, to, 'guide.mdx'), 'formerly', `[${from}]`);
        renameLinks(site, from, to);
        site.ids[5] = to;
        renewLedger(site);
      },
    },
  ],
  [
    {
      name: 'a removed guide',
      apply(site) {
        const gone = site.ids[5]!;
        removeLinks(site, gone);
        renameSync(contentFile(site, gone), join(site.root, REMOVED));
        renewLedger(site);
      },
    },
  ],
  [
    {
      name: 'a new guide',
      apply(site) {
        const added = contentFile(site, site.ids[5]!);
        renameSync(join(site.root, REMOVED), added);
        const text = readFileSync(join(added, 'guide.mdx'), 'utf8');
        if (!text.includes(`formerly: [${dirname(site.ids[5]!)}/`))
          throw new Error(`${basename(added)} was not renamed before.`);
        renewLedger(site);
      },
    },
  ],
];
