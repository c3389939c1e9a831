import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Places } from '../files/places.ts';
import { hash } from './cache.ts';
import type { Content } from './content.ts';

/** Changes with the code that compiles, and with the packages it uses. */
export function compilerVersion({ code }: Pick<Places, 'code'>): string {
  const folders = ['guide', 'locales', 'trace', 'match'].map((name) => join(code, 'src', name));
  const files = folders
    .flatMap((dir) => readdirSync(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return hash(
    [...files.sort(), join(code, 'package.json')].map((file) => readFileSync(file, 'utf8')).join('\0'),
  );
}

/** What the texts of a content are compiled with. */
export function siteOptions({ code }: Pick<Places, 'code'>, { site, components }: Content) {
  const { url, locale } = site;
  return { components: [...authorComponents(code), ...components].sort(), url, base: basePath(url), locale };
}

/** The path of the site's URL, with `/` at both ends. */
export function basePath(url: string): string {
  return `${new URL(url).pathname.replace(/\/$/, '')}/`;
}

/** A component for authors is one file in this folder, named after it. */
function authorComponents(code: string): string[] {
  const files = readdirSync(join(code, 'src', 'components', 'author'));
  return ['Code', ...files.map((file) => file.replace(/\.astro$/, ''))].sort();
}
