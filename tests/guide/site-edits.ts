import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readContent } from '../../src/guide/content.ts';
import { contentIds, formerIds } from '../../src/guide/ids.ts';
import { runSettings } from '../../src/guide/layers.ts';
import { proofInputs } from '../../src/guide/proof-inputs.ts';

/** A change of a project that leaves its content right. */
export type SiteEdit = { name: string; apply: (root: string, ids: string[]) => void };

/** A change of each kind; `ids` are those of guides of one framework, at least six. */
export function siteEdits(): SiteEdit[] {
  const at = (ids: string[], i = 0) => ids[i]!;
  const guide = (root: string, ids: string[], i = 0) => join(root, 'content', at(ids, i));
  const causes = (root: string, ids: string[], i = 0) => {
    const found = readContent(join(root, 'content')).content.guides.find(({ id }) => id === at(ids, i))!;
    return found.causes;
  };
  return [
    {
      name: 'the text of a guide',
      apply: (root, ids) =>
        replace(join(guide(root, ids), 'guide.mdx'), '\n## Reading the trace', `\nIt came twice.\n$&`),
    },
    {
      name: 'the code of a cause',
      apply: (root, ids) => {
        const [cause] = causes(root, ids, 1);
        const [file] = [...cause!.layers.broken, ...cause!.layers.app, ...cause!.layers.test].filter(
          ({ path }) => path.endsWith('.py'),
        );
        const folder = (['broken', 'app', 'test'] as const).find((name) =>
          cause!.layers[name].includes(file!),
        )!;
        append(join(cause!.dir, folder, file!.path), '# An edit\n');
        renewProofs(root);
      },
    },
    {
      name: 'the title of a guide, which others name as related and as the next one',
      apply: (root, ids) => replace(join(guide(root, ids, 2), 'guide.mdx'), /^title: "/m, `$&An edit of `),
    },
    {
      name: 'the text of a cause',
      apply: (root, ids) =>
        replace(join(causes(root, ids)[0]!.dir, 'cause.mdx'), '\n## Fix', `\nSo it does.\n$&`),
    },
    {
      name: 'the fix of a cause, which lists name',
      apply: (root, ids) =>
        replace(
          join(causes(root, ids, 1)[0]!.dir, 'cause.mdx'),
          /^fix: .*$/m,
          `fix: Do it as the edit says.`,
        ),
    },
    {
      name: 'a lock',
      apply: (root, ids) => {
        const [environment] = environmentsOf(root, ids);
        append(join(environment!.dir, environment!.files[0]!.path), '# An edit\n');
        renewProofs(root);
      },
    },
    {
      name: 'framework.yaml',
      apply: (root, ids) =>
        replace(
          join(root, 'content', dirname(ids[0]!), 'framework.yaml'),
          /^summary: .*$/m,
          `summary: An edit.`,
        ),
    },
    {
      name: "a framework's name",
      apply: (root, ids) =>
        replace(join(root, 'content', dirname(ids[0]!), 'framework.yaml'), /^name: .*$/m, `name: An edit`),
    },
    {
      name: 'the name in site.yaml',
      apply: (root) => replace(join(root, 'content', 'site.yaml'), /^name: .*$/m, `name: Another site`),
    },
    {
      name: 'the call to action in site.yaml',
      apply: (root) =>
        replace(join(root, 'content', 'site.yaml'), /^ {2}heading: .*$/m, `  heading: An edit`),
    },
    {
      name: 'the days for which a proof is new',
      apply: (root) => setField(join(root, 'content', 'site.yaml'), 'proofDays', '1'),
    },
    {
      name: 'the language of the interface',
      apply: (root) => setField(join(root, 'content', 'site.yaml'), 'locale', 'de'),
    },
    {
      name: 'the address of the site',
      apply: (root) => setField(join(root, 'content', 'site.yaml'), 'url', `https://example.org/at`),
    },
    {
      name: 'the reason for a related guide',
      apply: (root, ids) =>
        setRelated(join(guide(root, ids, 3), 'guide.mdx'), at(ids, 4), 'The edit says so.'),
    },
    {
      name: 'the date of publication',
      apply: (root, ids) => setField(join(guide(root, ids, 4), 'guide.mdx'), 'published', `2026-01-01`),
    },
    {
      name: 'an exception of a guide',
      apply: (root, ids) =>
        replace(join(guide(root, ids), 'guide.mdx'), /^exceptions:\n/m, `$&  - EditError\n`),
    },
    {
      name: 'a new cause that a guide had before',
      apply: (root, ids) => setField(join(causes(root, ids, 2)[0]!.dir, 'cause.mdx'), 'formerly', `[old]`),
    },
    {
      name: 'a renamed guide',
      apply: (root, ids) => {
        const from = guide(root, ids, 5);
        const to = `${from}-moved`;
        renameSync(from, to);
        setField(join(to, 'guide.mdx'), 'formerly', `[${at(ids, 5)}]`);
        renameLinks(root, at(ids, 5), `${dirname(at(ids, 5))}/${basename(to)}`);
        ids[5] = `${dirname(at(ids, 5))}/${basename(to)}`;
        renewLedger(root);
      },
    },
    {
      name: 'a removed cause',
      apply: (root, ids) => {
        const all = causes(root, ids, 3);
        const shown = readContent(join(root, 'content')).content.guides.find(({ id }) => id === at(ids, 3))!;
        const gone = all.filter(({ id }) => id !== shown.frontmatter.shows).at(-1);
        if (!gone) return;
        rmSync(gone.dir, { recursive: true });
        replaceAll(join(guide(root, ids, 3), 'guide.mdx'), `](#${gone.id})`, `](#causes)`);
        renewLedger(root, [`${at(ids, 3)}/${gone.id}`]);
      },
    },
    {
      name: 'a component',
      apply: (root) => append(join(root, 'src', 'components', 'GuideHead.astro'), `<p>An edit</p>\n`),
    },
    {
      name: "an author's component",
      apply: (root) => append(join(root, 'src', 'components', 'author', 'Aside.astro'), `<p>An edit</p>\n`),
    },
    {
      name: 'a style',
      apply: (root) => append(join(root, 'src', 'styles', 'pages', 'guide.css'), `.edit { color: red }\n`),
    },
    {
      name: 'a text of the interface, which is German by now',
      apply: (root) =>
        replaceAll(join(root, 'src', 'locales', 'de.ts'), "'Verwandte", "'Eine Änderung: verwandte"),
    },
  ];
}

function environmentsOf(root: string, ids: string[]) {
  const { frameworks } = readContent(join(root, 'content')).content;
  return frameworks.find(({ id }) => id === dirname(ids[0]!))!.environments;
}

/** Writes the hashes of today's code into every proof, as a run that prints the same would. */
function renewProofs(root: string): void {
  for (const guide of readContent(join(root, 'content')).content.guides) {
    for (const cause of guide.causes) {
      for (const { environment, dir, proof } of cause.recorded) {
        const place = guide.framework.environments.find(({ id }) => id === environment)!;
        const settings = runSettings(guide, cause, place);
        if (!proof || 'missing' in settings) continue;
        const inputs = proofInputs(guide, cause, place, settings);
        writeFileSync(join(dir, 'proof.json'), JSON.stringify({ ...proof, inputs }));
      }
    }
  }
}

/** Writes ids.txt anew. @param gone ids that nothing keeps alive */
function renewLedger(root: string, gone: string[] = []): void {
  const { content } = readContent(join(root, 'content'));
  const known = new Set([...contentIds(content), ...formerIds(content)]);
  const lines = (content.idLines ?? []).filter((id) => known.has(id) && !gone.includes(id));
  writeFileSync(
    join(root, 'content', 'ids.txt'),
    `${[...new Set([...lines, ...contentIds(content)])].sort().join('\n')}\n`,
  );
}

function renameLinks(root: string, from: string, to: string): void {
  for (const { dir } of readContent(join(root, 'content')).content.guides) {
    const file = join(dir, 'guide.mdx');
    replaceAll(file, `/guides/${from}/`, `/guides/${to}/`);
    replaceAll(file, `guide: ${from}\n`, `guide: ${to}\n`);
    for (const cause of readContent(join(root, 'content')).content.guides.find((own) => own.dir === dir)!
      .causes)
      replaceAll(join(cause.dir, 'cause.mdx'), `/guides/${from}/`, `/guides/${to}/`);
  }
}

function setRelated(file: string, id: string, because: string): void {
  const text = readFileSync(file, 'utf8').replace(/^related:\n(?:(?: |- ).*\n)*/m, '');
  writeFileSync(file, text.replace(/^---\n/, `---\nrelated:\n  - guide: ${id}\n    because: ${because}\n`));
}

/** Sets a field of YAML or frontmatter, new or not. */
function setField(file: string, field: string, value: string): void {
  const line = `${field}: ${value}\n`;
  const text = readFileSync(file, 'utf8').replace(new RegExp(`^${field}: .*\n`, 'm'), '');
  writeFileSync(file, text.startsWith('---\n') ? text.replace('---\n', `---\n${line}`) : `${line}${text}`);
}

function append(file: string, text: string): void {
  writeFileSync(file, readFileSync(file, 'utf8') + text);
}

function replace(file: string, what: string | RegExp, by: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(what, by);
  if (changed === text) throw new Error(`${file} does not hold ${what}.`);
  writeFileSync(file, changed);
}

function replaceAll(file: string, what: string, by: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(what, by));
}
