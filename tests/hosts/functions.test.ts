import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readContent } from '../../src/guide/content.ts';
import { hosts } from '../../src/hosts/index.ts';
import { prefersMarkdown, twinPath } from '../../src/hosts/negotiate.ts';
import { hostedSite } from '../../src/site/hosted-site.ts';
import { projectRoot } from '../../src/site/project.ts';
import { accepts } from './accept.ts';

const site = hostedSite(readContent(join(import.meta.dirname, '../guide/content')).content);
const own = hostedSite(readContent(join(projectRoot, 'content')).content);
const origin = 'https://shop.example';
const guide = '/errors/guides/shop/price-error/';
const twin = '/errors/guides/shop/price-error.md';
const former = '/errors/guides/shop/not-a-price/';

const load = (text: string): Promise<Record<string, any>> =>
  import(`data:text/javascript,${encodeURIComponent(text)}`);

test('prefersMarkdown weighs the qualities when both types are named, and takes no wildcard for a wish', () => {
  for (const [accept, expected] of accepts) assert.equal(prefersMarkdown(accept), expected, accept);
});

test('twinPath knows the pages of guides, and no other path', () => {
  assert.equal(twinPath(guide, '/errors/'), twin);
  assert.equal(twinPath(`${guide}index.html`, '/errors/'), twin);
  assert.equal(twinPath('/guides/a/b/', '/'), '/guides/a/b.md');
  for (const path of [
    '/errors/guides/shop/',
    '/errors/guides/a/b/files/x/',
    '/guides/a/b/',
    twin,
    '/errors/',
  ])
    assert.equal(twinPath(path, '/errors/'), undefined, path);
});

test("Cloudflare's worker sends the twin when Markdown is preferred, and leads on from old addresses", async () => {
  const { default: worker } = await load(hosts['cloudflare']!.files(site)['worker.js']!);
  const env = {
    ASSETS: { fetch: async ({ url }: Request) => new Response(new URL(url).pathname, { status: 200 }) },
  };
  const ask = (path: string, accept: string): Promise<Response> =>
    worker['fetch'](new Request(`${origin}${path}`, { headers: { Accept: accept } }), env);
  for (const [accept, isMarkdown] of accepts) {
    const answer = await ask(guide, accept);
    assert.equal(await answer.text(), isMarkdown ? twin : guide, accept);
    assert.equal(answer.headers.get('vary'), 'Accept');
    if (isMarkdown) assert.equal(answer.headers.get('content-type'), 'text/markdown; charset=utf-8');
  }
  const moved = await ask(former, '*/*');
  assert.deepEqual([moved.status, moved.headers.get('location')], [301, guide]);
  const { assets } = JSON.parse(hosts['cloudflare']!.files(site)['wrangler.jsonc']!) as {
    assets: { run_worker_first: string[] };
  };
  assert.deepEqual(assets.run_worker_first, ['/errors/guides/*']);
});

test("Netlify's edge function sends the twin when Markdown is preferred, else nothing of its own", async () => {
  const files = hosts['netlify']!.files(site);
  const { default: answer, config } = await load(files['netlify/edge-functions/markdown.js']!);
  assert.deepEqual(config, { path: '/errors/guides/*' });
  for (const [accept, isMarkdown] of accepts) {
    const sent = (answer as unknown as (request: Request) => URL | undefined)(
      new Request(`${origin}${guide}`, { headers: { Accept: accept } }),
    );
    assert.equal(sent?.href, isMarkdown ? `${origin}${twin}` : undefined, accept);
  }
  assert.equal(files['netlify.toml']!.match(/^\[\[redirects\]\]$/gm)?.length, site.redirects.length);
});

test("CloudFront's functions fit into 10 kB, send the twin, folders and every header", async () => {
  const files = hosts['s3-cloudfront']!.files(site);
  for (const text of [...Object.values(files), ...Object.values(hosts['s3-cloudfront']!.files(own))]) {
    assert.ok(Buffer.byteLength(text) < 10_240);
    // Its engine knows neither.
    assert.doesNotMatch(text, /\?\?|\?\.|(?:const|let) [[{]|for \(.* of /);
  }
  const handler = async (name: string) =>
    (await load(`${files[name]}\nexport default handler;`))['default'] as unknown as (event: object) => any;
  const request = await handler('viewer-request.js');
  const ask = (uri: string, accept?: string) =>
    request({ request: { uri, headers: accept === undefined ? {} : { accept: { value: accept } } } });
  for (const [accept, isMarkdown] of accepts)
    assert.equal(ask(guide, accept).uri, isMarkdown ? twin : `${guide}index.html`, accept);
  assert.equal(ask(guide).uri, `${guide}index.html`);
  assert.equal(ask('/errors/guides.json').uri, '/errors/guides.json');
  for (const [from, to] of [
    ['/errors', '/errors/'],
    [former, guide],
    ['/errors/guides', '/errors/guides/'],
    ['//other', '/other/'],
  ]) {
    const { statusCode, headers } = ask(from!);
    assert.deepEqual([statusCode, headers.location.value], [301, to], from);
  }

  const response = await handler('viewer-response.js');
  const headersOf = (uri: string, status = 200): Record<string, { value: string }> =>
    response({
      request: { uri },
      response: {
        statusCode: status,
        headers: { 'content-type': { value: 'binary/octet-stream' }, 'content-encoding': { value: 'gzip' } },
      },
    }).headers;
  assert.equal(headersOf(twin)['content-type']!.value, 'text/markdown; charset=utf-8');
  assert.equal(headersOf(twin)['vary']!.value, 'Accept, Accept-Encoding');
  assert.equal(headersOf('/errors/names.json')['access-control-allow-origin']!.value, '*');
  assert.equal(headersOf('/errors/index.html')['access-control-allow-origin'], undefined);
  assert.match(headersOf('/errors/_astro/a.js')['cache-control']!.value, /immutable/);
  assert.doesNotMatch(headersOf('/errors/_astro/a.js', 404)['cache-control']!.value, /immutable/);
  assert.ok(headersOf('/errors/index.html')['content-security-policy']!.value.includes(site.policy));
});

test('every host says what to do with its files, and names the base in them', () => {
  for (const [name, host] of Object.entries(hosts)) {
    assert.ok(host.notes(site).length > 0, name);
    for (const [path, text] of Object.entries(host.files(site)))
      if (path !== '.nojekyll') assert.match(`${text}`, /\/errors/, `${name} ${path}`);
  }
});
