import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * Serves a built site as a static host would, with the headers of its `_headers` file.
 * @param dir the built site
 * @param base path that the site stands under, with `/` at both ends
 * @param port 0 for any free port
 * @returns the server, listening, and the address of the site's first page
 * @throws Error with the code EADDRINUSE when the port is taken
 */
export async function serveSite(
  dir: string,
  base: string,
  host: string,
  port: number,
): Promise<{ server: Server; url: string }> {
  const rules = parseHeaders(await readFile(join(dir, '_headers'), 'utf8'));
  const notFound = await readFile(join(dir, '404.html'));
  // It looks files up at each request, so that a new build shows.
  const files = sirv(dir, { etag: true, dev: true });
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    for (const { prefix, name, value } of rules) if (path.startsWith(prefix)) response.setHeader(name, value);
    const missing = (): void => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    };
    if (!path.startsWith(base)) {
      if (path === '/') response.writeHead(302, { Location: base }).end();
      else missing();
      return;
    }
    request.url = path.slice(base.length - 1);
    files(request, response, missing);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return { server, url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}${base}` };
}

/** Reads the `_headers` format of static hosts: a path, ending in `*` for all below it, then indented `Name: value`. */
function parseHeaders(text: string): { prefix: string; name: string; value: string }[] {
  let prefix = '/';
  return text.split('\n').flatMap((line) => {
    if (/^\S/.test(line)) prefix = line.trim().replace(/\*$/, '');
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    return name && value ? [{ prefix, name, value }] : [];
  });
}
