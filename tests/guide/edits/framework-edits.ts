import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { append, replace, setField } from './edit-files.ts';
import { frameworkFile, guideOf, renewProofs, type SiteEdit } from './edited-site.ts';

/** Changes of a framework, which all of its guides are made of. */
export const frameworkEdits: SiteEdit[][] = [
  [
    {
      name: 'a lock',
      apply(site) {
        const [environment] = guideOf(site, 0).framework.environments;
        append(join(environment!.dir, environment!.files[0]!.path), '# An edit\n');
        renewProofs(site, '2026-01-03');
      },
    },
  ],
  [
    {
      name: 'the summary of a framework',
      apply: (site) => setField(frameworkFile(site), 'summary', `An edit.`),
    },
    {
      name: 'the name of a framework',
      apply: (site) => setField(frameworkFile(site), 'name', `An edit`),
    },
  ],
  [
    {
      name: 'the order of environments, whose first one is shown',
      apply: (site) =>
        replace(frameworkFile(site), /^environments:\n( +- .*\n)( +- .*\n)/m, `environments:\n$2$1`),
    },
  ],
  [
    {
      name: 'the workflow of a framework',
      apply: (site) => append(frameworkFile(site, 'ci.yml'), '# An edit\n'),
    },
    {
      name: 'a file that every guide of a framework has',
      apply(site) {
        const file = frameworkFile(site, 'app/edited.py');
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, 'EDITED = True\n');
        renewProofs(site);
      },
    },
  ],
];
