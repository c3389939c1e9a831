import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readContent, type Cause, type Guide } from '../../../src/guide/content.ts';
import { contentIds, formerIds } from '../../../src/guide/ids.ts';
import { runSettings } from '../../../src/guide/layers.ts';
import { proofInputs } from '../../../src/guide/proof-inputs.ts';
import { removeField, replaceAll } from './edit-files.ts';

/** A project whose content has six guides or more, of one framework; `ids` follows what edits rename. */
export type EditedSite = { root: string; ids: string[] };

/** A change of a project that leaves its content right. */
export type SiteEdit = { name: string; apply: (site: EditedSite) => void };

export const contentFile = ({ root }: EditedSite, ...path: string[]) => join(root, 'content', ...path);
export const siteFile = (site: EditedSite) => contentFile(site, 'site.yaml');
export const guideFile = (site: EditedSite, i = 0) => contentFile(site, site.ids[i]!, 'guide.mdx');
export const frameworkFile = (site: EditedSite, name = 'framework.yaml') =>
  contentFile(site, dirname(site.ids[0]!), name);

/** Reads the guides from their files. */
export function guidesOf(site: EditedSite): Guide[] {
  return readContent(contentFile(site)).content.guides;
}

/** The guide of this place in `ids`. */
export function guideOf(site: EditedSite, i: number): Guide {
  return guidesOf(site).find(({ id }) => id === site.ids[i])!;
}

/** A guide's causes but the one whose trace it shows, in their order. */
export function otherCauses(site: EditedSite, i: number): Cause[] {
  const { causes, frontmatter } = guideOf(site, i);
  return causes.filter(({ id }) => id !== frontmatter.shows);
}

export const causeFile = (cause: Cause | undefined) => join(cause!.dir, 'cause.mdx');

/** Writes the hashes of today's code into every proof, and a date, as a run that prints the same would. */
export function renewProofs(site: EditedSite, date?: string): void {
  for (const guide of guidesOf(site)) {
    for (const cause of guide.causes) {
      for (const { environment, dir, proof } of cause.recorded) {
        const place = guide.framework.environments.find(({ id }) => id === environment)!;
        const settings = runSettings(guide, cause, place);
        if (!proof || 'missing' in settings) continue;
        const inputs = proofInputs(guide, cause, place, settings);
        writeFileSync(join(dir, 'proof.json'), JSON.stringify({ ...proof, ...(date && { date }), inputs }));
      }
    }
  }
}

/** Writes ids.txt: what the content has now, without ids that nothing leads on from. */
export function renewLedger(site: EditedSite): void {
  const { content } = readContent(contentFile(site));
  const ids = new Set([...contentIds(content), ...formerIds(content)]);
  writeFileSync(contentFile(site, 'ids.txt'), `${[...ids].sort().join('\n')}\n`);
}

/** Leads every link and relation of a guide to another address. */
export function renameLinks(site: EditedSite, from: string, to: string): void {
  for (const file of textFiles(site)) {
    replaceAll(file, `/guides/${from}/`, `/guides/${to}/`);
    replaceAll(file, `guide: ${from}\n`, `guide: ${to}\n`);
  }
}

/** Takes every link to a guide away; guides that named it as related name another one. */
export function removeLinks(site: EditedSite, gone: string): void {
  for (const file of textFiles(site)) {
    replaceAll(file, new RegExp(`/guides/${gone}/(?:#[\\w-]+)?`, 'g'), '/guides/');
    if (!readFileSync(file, 'utf8').includes(`guide: ${gone}\n`)) continue;
    const other = site.ids.find((id) => id !== gone && !file.includes(`/${id}/`))!;
    setRelated(file, other, 'The other one is gone.');
  }
}

/** Names one guide as related, in place of all others. */
export function setRelated(file: string, id: string, because: string): void {
  removeField(file, 'related');
  const related = `related:\n  - guide: ${id}\n    because: ${because}\n`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^---\n/, `---\n${related}`));
}

function textFiles(site: EditedSite): string[] {
  return guidesOf(site).flatMap(({ dir, causes }) => [join(dir, 'guide.mdx'), ...causes.map(causeFile)]);
}
