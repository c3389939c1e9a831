import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { appendFile, rm } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readContent } from '../../src/guide/content.ts';
import { headersByPath } from '../../src/hosts/rules.ts';
import { hostedSite } from '../../src/site/hosted-site.ts';
import { temporaryProject } from '../guide/project.ts';
import { accepts } from './accept.ts';
import { servers, type Running } from './servers.ts';

let project: string;
before(async () => {
  project = await temporaryProject();
  await appendFile(join(project, 'content/site.yaml'), 'compress: true\n');
  await promisify(execFile)(process.execPath, [join(project, 'src/cli.ts'), 'build'], {
    cwd: project,
  });
});
after(() => rm(project, { recursive: true, force: true }));

const base = '/errors/';
const guide = `${base}guides/shop/price-error/`;
const twin = `${base}guides/shop/price-error.md`;
const { content } = readContent(join(import.meta.dirname, '../guide/content'));
const site = hostedSite(content);
/** A file of a folder of the site that ends so, below its base. */
const fileIn = (folder: string, ending: string) =>
  `${folder}/${readdirSync(join(project, 'dist', folder)).find((name) => name.endsWith(ending))}`;

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

for (const server of servers) {
  const skip = server.program === '' ? `needs ${server.name}` : false;
  describe(server.name, { skip }, () => {
    let running: Running;
    before(async () => {
      running = await server.start(project);
    });
    after(() => running?.stop());

    /** Sends a path as it is; redirects are not followed, bodies not unpacked. */
    const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      new Promise<Answer>((resolve, reject) => {
        const { hostname, port } = new URL(running.origin);
        request({ hostname, port, path, method, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
          );
        })
          .on('error', reject)
          .end();
      });
    const list = (value: string | undefined) =>
      (value ?? '').split(',').map((part) => part.trim().toLowerCase());

    test('sends every header of the rules where it belongs', async () => {
      const examples: Record<string, string> = {
        [`${base}*`]: base,
        [`${base}_astro/*`]: `${base}${fileIn('_astro', '.js')}`,
        [`${base}embed/*`]: `${base}${fileIn('embed', '.js')}`,
        [`${base}match/*`]: `${base}match/index.json`,
        [`${base}guides/*`]: guide,
      };
      let checked = 0;
      for (const [rule, headers] of headersByPath(site)) {
        const path = examples[rule] ?? rule;
        const answer = await ask(path);
        // What no build of today has is served by none.
        if (answer.status === 404) continue;
        assert.equal(answer.status, 200, path);
        checked++;
        for (const [name, value] of Object.entries(headers)) {
          const sent = answer.headers[name.toLowerCase()] as string | undefined;
          if (name === 'Vary')
            assert.ok(list(sent).includes(value.toLowerCase()), `${path} ${name}: ${sent}`);
          else assert.equal(sent, value, `${path} ${name}`);
        }
      }
      assert.ok(checked >= 7, String(checked));
      const page = await ask(base);
      assert.equal(page.headers['cache-control'], 'public, max-age=0, must-revalidate');
      assert.equal(page.headers['access-control-allow-origin'], undefined);
      assert.ok(!list(page.headers.vary).includes('accept'));
      const missing = await ask(`${base}_astro/missing.js`);
      assert.equal(missing.status, 404);
      assert.notEqual(missing.headers['cache-control'], 'public, max-age=31536000, immutable');
    });

    test('sends its own page and all safe headers when a file is missing', async () => {
      const own = readFileSync(join(project, 'dist/404.html'), 'utf8');
      for (const path of [
        `${base}nowhere/`,
        `${base}guides/shop/nowhere/`,
        `${base}_headers`,
        `${base}_redirects`,
      ]) {
        const { status, headers, body } = await ask(path, { Accept: 'text/markdown' });
        assert.equal(status, 404, path);
        assert.equal(String(body), own, path);
        assert.match(headers['content-type']!, /^text\/html; ?charset=utf-8$/i);
        assert.equal(headers['content-security-policy'], `${site.policy}; frame-ancestors 'none'`, path);
      }
    });

    test('gives away no file outside of the site', async () => {
      for (const path of [
        `${base}../package.json`,
        `${base}%2e%2e/package.json`,
        `${base}..%2fpackage.json`,
        '/../../../../etc/passwd',
        `${base}%00`,
        `${base}%`,
        `${base}%ff`,
      ]) {
        const { status } = await ask(path);
        assert.ok([400, 403, 404].includes(status), `${path} ${status}`);
      }
    });

    test('leads on from old and short addresses, the base without its slash, and folders', async () => {
      assert.ok(site.redirects.length >= 4);
      const folders = [
        { from: `${base}guides`, to: `${base}guides/`, status: 301 },
        { from: guide.slice(0, -1), to: guide, status: 301 },
      ];
      for (const { from, to, status } of [...site.redirects, ...folders]) {
        const answer = await ask(from);
        assert.equal(answer.status, status, from);
        const { pathname, origin } = new URL(answer.headers.location!, running.origin);
        assert.equal(pathname, to, from);
        assert.ok([running.origin, 'http://localhost'].includes(origin), origin);
        assert.equal((await ask(to)).status, 200, to);
      }
    });

    test('sends Markdown when the Accept header gives it at least the quality of HTML', async () => {
      const markdown = readFileSync(join(project, 'dist/guides/shop/price-error.md'));
      const html = readFileSync(join(project, 'dist/guides/shop/price-error/index.html'));
      for (const [accept, isMarkdown] of accepts) {
        for (const path of [guide, `${guide}index.html`]) {
          const { status, headers, body } = await ask(path, { Accept: accept });
          assert.equal(status, 200);
          assert.ok(body.equals(isMarkdown ? markdown : html), `${path} ${accept}`);
          const type = isMarkdown ? /^text\/markdown; ?charset=utf-8$/i : /^text\/html; ?charset=utf-8$/i;
          assert.match(headers['content-type']!, type, accept);
          assert.ok(list(headers.vary).includes('accept'), accept);
        }
      }
      for (const path of [base, `${base}guides/`, `${base}guides/shop/`, `${base}exceptions/`]) {
        const { headers } = await ask(path, { Accept: 'text/markdown' });
        assert.match(headers['content-type']!, /^text\/html/, path);
      }
      assert.ok((await ask(twin, { Accept: 'text/html' })).body.equals(markdown));
    });

    test('names the type and the charset of each kind of file', async () => {
      const types: Record<string, RegExp> = {
        [twin]: /^text\/markdown; ?charset=utf-8$/i,
        [`${base}llms.txt`]: /^text\/plain; ?charset=utf-8$/i,
        [`${base}guides.json`]: /^application\/json; ?charset=utf-8$/i,
        [`${base}rss.xml`]: /^(?:application|text)\/xml; ?charset=utf-8$/i,
        [`${base}icon.svg`]: /^image\/svg\+xml/,
        [`${base}${fileIn('cards', '.png')}`]: /^image\/png$/,
        [`${base}pagefind/pagefind.js`]: /^text\/javascript; ?charset=utf-8$/i,
      };
      for (const [path, type] of Object.entries(types))
        assert.match((await ask(path)).headers['content-type'] ?? '', type, path);
    });

    test('compresses text when the client can unpack it, and says so in Vary', async () => {
      for (const path of [guide, twin, `${base}guides.json`, `${base}match/index.json`]) {
        const plain = await ask(path);
        assert.equal(plain.headers['content-encoding'], undefined, path);
        const packed = await ask(path, { 'Accept-Encoding': 'gzip' });
        assert.equal(packed.headers['content-encoding'], 'gzip', path);
        assert.ok(gunzipSync(packed.body).equals(plain.body), path);
        assert.ok(list(packed.headers.vary).includes('accept-encoding'), path);
      }
      const picture = await ask(`${base}${fileIn('cards', '.png')}`, { 'Accept-Encoding': 'gzip' });
      assert.equal(picture.headers['content-encoding'], undefined);
    });

    test('sends what the build has compressed when the client can unpack it', async () => {
      const file = (path: string) => readFileSync(join(project, 'dist', path.slice(base.length)));
      for (const [path, name] of [
        [guide, `${guide}index.html`],
        [`${base}guides.schema.json`, `${base}guides.schema.json`],
      ] as const) {
        const plain = await ask(path);
        assert.ok(plain.body.equals(file(name)), path);
        assert.ok(gunzipSync(file(`${name}.gz`)).equals(plain.body), path);
        assert.ok(brotliDecompressSync(file(`${name}.br`)).equals(plain.body), path);
        assert.ok(file(`${name}.br`).length < file(`${name}.gz`).length, path);
        // Apache compresses by itself.
        if (server.name === 'Apache') continue;
        const packed = await ask(path, { 'Accept-Encoding': 'gzip' });
        assert.equal(packed.headers['content-type'], plain.headers['content-type']);
        assert.equal(packed.headers['content-encoding'], 'gzip');
        assert.ok(packed.body.equals(file(`${name}.gz`)), path);
        // Debian's nginx has no module for Brotli.
        if (server.name === 'nginx') continue;
        const smaller = await ask(path, { 'Accept-Encoding': 'gzip, deflate, br' });
        assert.equal(smaller.headers['content-encoding'], 'br');
        assert.equal(smaller.headers['content-type'], plain.headers['content-type']);
        assert.ok(list(smaller.headers.vary).includes('accept-encoding'));
        assert.ok(smaller.body.equals(file(`${name}.br`)), path);
        const refused = await ask(path, { 'Accept-Encoding': 'br;q=0, gzip' });
        assert.equal(refused.headers['content-encoding'], 'gzip');
      }
    });

    test('answers 304 when the client has what is there', async () => {
      const { headers } = await ask(guide);
      const { etag, 'last-modified': modified } = headers;
      assert.ok(etag && modified);
      for (const condition of [etag, `"other", ${etag}`, '*']) {
        const answer = await ask(guide, { 'If-None-Match': condition });
        assert.equal(answer.status, 304, condition);
        assert.equal(answer.body.length, 0);
      }
      assert.equal((await ask(guide, { 'If-None-Match': '"other"' })).status, 200);
      assert.equal((await ask(guide, { 'If-Modified-Since': modified })).status, 304);
      const markdown = await ask(guide, { Accept: 'text/markdown', 'If-None-Match': etag });
      assert.equal(markdown.status, 200);
    });

    test('sends a part when a range asks for one that is there, else the whole', async () => {
      const picture = fileIn('cards', '.png');
      const path = `${base}${picture}`;
      const whole = readFileSync(join(project, 'dist', picture));
      const size = whole.length;
      const parts: [range: string, start: number, end: number][] = [
        ['bytes=0-4', 0, 4],
        ['bytes=5-5', 5, 5],
        ['bytes=-5', size - 5, size - 1],
        [`bytes=${size - 3}-`, size - 3, size - 1],
        [`bytes=2-${size + 5}`, 2, size - 1],
      ];
      for (const [range, start, end] of parts) {
        const { status, headers, body } = await ask(path, { Range: range, 'Accept-Encoding': 'gzip' });
        assert.equal(status, 206, range);
        assert.equal(headers['content-range'], `bytes ${start}-${end}/${size}`);
        assert.ok(body.equals(whole.subarray(start, end + 1)), range);
      }
      for (const range of ['bytes=9-0', 'items=0-4', 'bytes=', 'bytes=x-y', '0-4']) {
        const { status, body } = await ask(path, { Range: range });
        assert.ok(status === 200 ? body.equals(whole) : status === 416, `${range} ${status}`);
      }
      assert.equal((await ask(path, { Range: `bytes=${size}-` })).status, 416);
    });

    test('answers GET and HEAD, and no other method', async () => {
      for (const path of [guide, `${base}guides.json`, base]) {
        for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
          assert.equal((await ask(path, {}, method)).status, 405, `${method} ${path}`);
        const [whole, head] = [await ask(path), await ask(path, {}, 'HEAD')];
        assert.equal(head.status, 200);
        assert.equal(head.body.length, 0);
        for (const name of ['content-type', 'etag', 'content-length', 'content-security-policy'])
          assert.equal(head.headers[name], whole.headers[name], name);
      }
    });
  });
}
