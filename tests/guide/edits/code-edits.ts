import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { append, replace, replaceAll } from './edit-files.ts';
import { contentFile, guideFile, type EditedSite, type SiteEdit } from './edited-site.ts';

const source = ({ root }: EditedSite, path: string) => join(root, 'src', path);

/** A change of the end of a source file. */
const appended = (name: string, path: string, text: string): SiteEdit => ({
  name,
  apply: (site) => append(source(site, path), text),
});

/** Writes a file of the content that was not there, or was other. */
function write(site: EditedSite, path: string, text: string): void {
  const file = contentFile(site, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Changes of the program, and of components, pages and styles of the site's own. */
export const codeEdits: SiteEdit[][] = [
  [
    appended('a component', 'components/GuideHead.astro', `<p>An edit</p>\n`),
    appended('a script', 'paste/box.ts', `\ndocument.title += '';\n`),
  ],
  [
    appended("an author's component", 'components/author/Aside.astro', `<p>An edit</p>\n`),
    appended('a style', 'styles/pages/guide.css', `.edit { color: red }\n`),
  ],
  [
    {
      name: "the program's mark, an asset",
      apply: (site) => replace(source(site, 'site/mark.svg'), '<svg', `<svg id="edit"`),
    },
    {
      name: 'a text of the interface in the language of the site',
      apply: (site) => replaceAll(source(site, 'locales/de.ts'), "'Verwandte", "'Eine Änderung: verwandte"),
    },
  ],
  [
    {
      name: 'a new component of the site, in a guide',
      apply(site) {
        write(site, 'components/Light.astro', '<b><slot /></b>\n<style>b { color: green }</style>\n');
        replace(guideFile(site), '\n## Reading the trace', `\n<Light>An edit</Light>\n$&`);
      },
    },
  ],
  [
    {
      name: 'a component of the site',
      apply: (site) =>
        write(site, 'components/Light.astro', '<i><slot /></i>\n<style>i { color: red }</style>\n'),
    },
  ],
  [
    {
      name: 'a component of the site that imports a file of another folder',
      apply(site) {
        writeFileSync(join(site.root, 'word.ts'), "export const word = 'dark';\n");
        write(
          site,
          'components/Light.astro',
          "---\nimport { word } from '../../word.ts';\n---\n\n<i>{word}</i>\n",
        );
      },
    },
  ],
  [
    {
      name: 'a file of another folder that a component of the site imports',
      apply: ({ root }) => writeFileSync(join(root, 'word.ts'), "export const word = 'bright';\n"),
    },
  ],
  [
    {
      name: 'a new page of the site',
      apply: (site) =>
        write(site, 'pages/about.mdx', '---\ntitle: About\ndescription: An edit.\n---\n\nWhat it is.\n'),
    },
  ],
  [
    {
      name: 'a page of the site',
      apply: (site) => append(contentFile(site, 'pages/about.mdx'), '\n## More\n\nAn edit.\n'),
    },
    {
      name: 'a new theme of the site',
      apply: (site) => write(site, 'theme.css', ':root:root { --accent: #7a2d00 }\n'),
    },
  ],
  [
    {
      name: 'a removed page of the site',
      apply: (site) => rmSync(contentFile(site, 'pages'), { recursive: true }),
    },
    {
      name: 'the theme of the site',
      apply: (site) => append(contentFile(site, 'theme.css'), 'p { margin: 0 }\n'),
    },
  ],
];
