import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadRenderer } from '../../src/site/renderer/load-renderer.ts';
import type { SiteContent } from '../../src/site/site-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracebook-renderer-'));
after(() => rmSync(folder, { recursive: true }));

/** A program that renders the props which it finds when it comes to them, as Astro's does. */
const program = `
const kept = new Map();
export const app = {
  manifest: { base: '/', site: 'https://example.org', routes: ['a', 'b'].map((component) => ({ routeData: { component } })) },
  routeCache: {
    clearAll: () => kept.clear(),
    set: ({ component }, { staticPaths }) => kept.set(component, staticPaths),
  },
  getComponentByRoute: async () => ({}),
  setInternals() {},
  setOptions() {},
  async render(request, { routeData }) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const pathname = new URL(request.url).pathname.slice(0, -1);
    return new Response(kept.get(routeData.component).keyed.get(pathname).props.text);
  },
};
`;

test('a renderer gives each page its own props when several are asked for at once', async () => {
  const entry = join(folder, 'entry.mjs');
  writeFileSync(entry, program);
  const renderer = await loadRenderer({ entry, assets: folder, imports: '', styles: [] }, {} as SiteContent);
  const pages = Array.from({ length: 6 }, (_, i) => ({
    path: `page/${i}/`,
    component: i % 2 ? 'a' : 'b',
    staticPath: { pathname: `/page/${i}`, params: {}, props: { text: `Page ${i}` } },
  }));
  assert.deepEqual(
    await Promise.all(pages.map((page) => renderer.render(page))),
    pages.map(({ staticPath }) => staticPath.props.text),
  );
});

test('a renderer goes on with the next page when one cannot be rendered', async () => {
  const renderer = await loadRenderer(
    { entry: join(folder, 'entry.mjs'), assets: folder, imports: '', styles: [] },
    {} as SiteContent,
  );
  const page = (number: number, props?: object) => ({
    path: `page/${number}/`,
    component: 'a',
    staticPath: { pathname: `/page/${number}`, params: {}, ...(props && { props }) },
  });
  const [wrong, right] = [renderer.render(page(1)), renderer.render(page(2, { text: 'Right' }))];
  await assert.rejects(wrong, {
    name: 'CannotRender',
    message: /^page\/1\/ cannot be rendered: .+\. Correct the component of the site that it uses\.$/,
  });
  assert.equal(await right, 'Right');
});
