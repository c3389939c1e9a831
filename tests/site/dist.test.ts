import { expect, test } from '@playwright/test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readContent } from '../../src/guide/content.ts';
import { basePath, markdownOf } from '../../src/guide/load-content.ts';
import { contentSearchIndex } from '../../src/site/content-search-index.ts';
import { projectRoot } from '../../src/site/project.ts';
import { schemaFaults } from '../library/json-validator.ts';
import { builtFiles, dist, readPage } from './dist-pages.ts';
import { sampledPages } from './site.ts';
import { isFull } from '../full.ts';

const { content } = readContent(join(projectRoot, 'content'));
const { site } = content;
const base = basePath(site.url);
const files = builtFiles();
const pages = new Map(files.map((file) => [file, readPage(file)]));
const addressOf = (file: string) => new URL(base + file.replace(/(?:^|(?<=\/))index\.html$/, ''), site.url);

/** The file that a path of the site leads to; undefined when there is none. */
function fileAt(path: string): string | undefined {
  const name = decodeURIComponent(path.slice(base.length)).replace(/(?:^|(?<=\/))$/, 'index.html');
  return existsSync(join(dist, name)) && statSync(join(dist, name)).isFile() ? name : undefined;
}

test('the dev server has pages that dist/ has not', () => {
  expect(files.filter((file) => /gallery|dev/.test(file.split('/')[0]!))).toEqual([]);
  for (const { file, html } of pages.values()) expect(html, file).not.toContain('dev-problems');
});

test('agents get from a content folder what the site of it publishes', async () => {
  const { $schema, ...names } = JSON.parse(readFileSync(join(dist, 'names.json'), 'utf8')) as object & {
    $schema: string;
  };
  expect($schema).toMatch(/\/names\.schema\.json$/);
  expect(contentSearchIndex(content)).toEqual(names);
  for (const { id } of content.guides.slice(0, 3))
    expect(await markdownOf(content, id), id).toBe(readFileSync(join(dist, 'guides', `${id}.md`), 'utf8'));
});

test('all HTML is valid', async () => {
  test.setTimeout(300_000);
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      elements: ['html5'],
      // An aside within a section is no landmark: the rule takes it for one.
      rules: { 'unique-landmark': 'off' },
    }),
  );
  const sample = new Set(sampledPages().map((path) => path.replace(/(?:^|(?<=\/))$/, 'index.html')));
  const checked = files.filter((file) => isFull || sample.has(file));
  expect(checked.length).toBeGreaterThan(5);
  const faults: string[] = [];
  for (const file of checked) {
    const { results } = await validator.validateString(pages.get(file)!.html, file);
    for (const { messages } of results)
      for (const { line, column, ruleId, message } of messages)
        faults.push(`${file}:${line}:${column} ${ruleId}: ${message}`);
  }
  expect(faults).toEqual([]);
});

test('every JSON document fits the schema that it names', () => {
  const documents = globSync('{*,match/**/*}.json', { cwd: dist }).filter(
    (file) => !file.endsWith('.schema.json'),
  );
  expect(documents.length).toBeGreaterThan(3);
  for (const file of documents) {
    const document = JSON.parse(readFileSync(join(dist, file), 'utf8')) as { $schema: string };
    const schema = fileAt(new URL(document.$schema).pathname);
    expect(schema, file).toBeDefined();
    expect(schemaFaults(JSON.parse(readFileSync(join(dist, schema!), 'utf8')), document), file).toEqual([]);
  }
});

test('every link, picture, script and style leads to a file, and every fragment to an element', () => {
  const faults: string[] = [];
  let links = 0;
  const ids = new Map(
    [...pages].map(([file, { tags }]) => [file, new Set(tags.map((tag) => tag.attributes['id']))]),
  );
  const check = (file: string, reference: string) => {
    links++;
    const url = URL.canParse(reference, addressOf(file).href)
      ? new URL(reference, addressOf(file))
      : undefined;
    if (!url) return faults.push(`${file}: ${reference} is no address`);
    if (url.origin !== new URL(site.url).origin)
      return url.protocol === 'https:' || faults.push(`${file}: ${reference} is not https`);
    const target = url.pathname.startsWith(base) ? fileAt(url.pathname) : undefined;
    if (target === undefined) return faults.push(`${file}: ${reference} leads nowhere`);
    const fragment = decodeURIComponent(url.hash.slice(1));
    if (fragment && !ids.get(target)?.has(fragment)) faults.push(`${file}: ${reference} names no element`);
    return undefined;
  };
  for (const { file, tags } of pages.values()) {
    for (const { name, attributes } of tags) {
      for (const key of ['href', 'src']) if (attributes[key] !== undefined) check(file, attributes[key]);
      if (/^og:(?:image|url)$/.test(attributes['property'] ?? '') && name === 'meta')
        check(file, attributes['content']!);
      for (const id of (attributes['aria-labelledby'] ?? attributes['for'] ?? '')
        .split(/\s+/)
        .filter(Boolean))
        if (!ids.get(file)!.has(id)) faults.push(`${file}: #${id} labels, and is not there`);
    }
  }
  for (const sheet of globSync('_astro/*.css', { cwd: dist }))
    for (const [, url] of readFileSync(join(dist, sheet), 'utf8').matchAll(/url\(["']?([^"')]+)["']?\)/g))
      if (!url!.startsWith('data:') && !fileAt(new URL(url!, new URL(base + sheet, site.url)).pathname))
        faults.push(`${sheet}: ${url} leads nowhere`);
  expect(links).toBeGreaterThan(files.length * 10);
  expect(faults).toEqual([]);
});

test('every page that search engines read has its own title, description, picture and address', () => {
  const seen = new Map<string, string>();
  for (const { file, html, tags } of pages.values()) {
    const meta = (name: string) =>
      tags.find(({ attributes }) => attributes['property'] === name || attributes['name'] === name)
        ?.attributes['content'];
    if (meta('robots') === 'noindex') continue;
    const canonical = tags.find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes['href'];
    expect(canonical, file).toBe(addressOf(file).href);
    expect(meta('og:url'), file).toBe(canonical);
    expect(meta('twitter:card'), file).toBe('summary_large_image');
    expect(meta('og:image:alt'), file).toContain(meta('og:title')!);
    const png = readFileSync(join(dist, fileAt(new URL(meta('og:image')!).pathname)!));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], file).toEqual([1200, 630]);
    const title = /<title>([^<]+)<\/title>/.exec(html)![1]!;
    for (const text of [title, meta('description')!, ...(site.socialCards ? [meta('og:image')!] : [])]) {
      expect(seen.get(text), `${file}: ${text}`).toBeUndefined();
      seen.set(text, file);
    }
  }
  expect(seen.size).toBeGreaterThan(20);
});

test('structured data has what search engines ask of its type, and its addresses are there', () => {
  const address = z
    .url()
    .refine((url) => url.startsWith(site.url) && fileAt(new URL(url).pathname) !== undefined);
  const organization = z.strictObject({
    '@type': z.literal('Organization'),
    name: z.string().min(1),
    url: z.url(),
  });
  const context = z.literal('https://schema.org');
  const schemas = {
    TechArticle: z.strictObject({
      '@context': context,
      '@type': z.literal('TechArticle'),
      headline: z.string().min(1).max(110),
      description: z.string().min(1),
      url: address,
      datePublished: z.iso.date(),
      dateModified: z.iso.date(),
      inLanguage: z.string().min(2),
      publisher: organization,
      author: organization,
    }),
    BreadcrumbList: z.strictObject({
      '@context': context,
      '@type': z.literal('BreadcrumbList'),
      itemListElement: z
        .array(
          z.strictObject({
            '@type': z.literal('ListItem'),
            position: z.int().positive(),
            name: z.string().min(1),
            item: address,
          }),
        )
        .min(2)
        .refine((items) => items.every(({ position }, i) => position === i + 1)),
    }),
    WebSite: z.strictObject({
      '@context': context,
      '@type': z.literal('WebSite'),
      name: z.string().min(1),
      url: z.url(),
      description: z.string().min(1),
      inLanguage: z.string().min(2),
      potentialAction: z.strictObject({
        '@type': z.literal('SearchAction'),
        target: z.strictObject({
          '@type': z.literal('EntryPoint'),
          urlTemplate: z.string().regex(/\/search\/\?q=\{query\}$/),
        }),
        'query-input': z.literal('required name=query'),
      }),
    }),
  };
  const kinds = new Map<string, number>();
  for (const { file, html } of pages.values()) {
    for (const [, json] of html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)) {
      const data = JSON.parse(json!) as { '@type': keyof typeof schemas; url?: string };
      const result = schemas[data['@type']].safeParse(data);
      expect(result.success ? '' : `${file}: ${z.prettifyError(result.error)}`).toBe('');
      if (data['@type'] === 'TechArticle') expect(data.url).toBe(addressOf(file).href);
      kinds.set(data['@type'], (kinds.get(data['@type']) ?? 0) + 1);
    }
  }
  const guides = files.filter((file) => /^guides\/[^/]+\/[^/]+\/index\.html$/.test(file));
  const readable = guides.filter(
    (file) => !pages.get(file)!.html.includes('name="robots" content="noindex"'),
  );
  expect(kinds.get('TechArticle')).toBe(readable.length);
  expect(kinds.get('WebSite')).toBe(1);
  expect(kinds.get('BreadcrumbList')).toBeGreaterThan(readable.length);
});
