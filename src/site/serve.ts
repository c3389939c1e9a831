import compression from 'compression';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * Serves a built site as a static host would: compressed, with the headers of its `_headers` file.
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
  // All files are looked up at each request, so that a new build shows.
  let headers = await readFile(join(dir, '_headers'), 'utf8');
  let notFound = await readFile(join(dir, '404.html'));
  const files = sirv(dir, { etag: true, dev: true });
  const compress = compression() as unknown as Middleware;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    // For the moment in which a build is put in place, what was there last is sent.
    headers = await readFile(join(dir, '_headers'), 'utf8').catch(() => headers);
    // The paths of `_headers` are below the base, as the files are.
    const below = path.startsWith(base) ? path.slice(base.length - 1) : path;
    for (const { prefix, name, value } of parseHeaders(headers))
      if (below.startsWith(prefix)) response.setHeader(name, value);
    const missing = async (): Promise<void> => {
      notFound = await readFile(join(dir, '404.html')).catch(() => notFound);
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    };
    if (!path.startsWith(base)) {
      if (path === '/') response.writeHead(302, { Location: base }).end();
      else await missing();
      return;
    }
    request.url = path.slice(base.length - 1);
    compress(request, response, () => files(request, response, () => void missing()));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return { server, url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}${base}` };
}

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Reads the `_headers` format of static hosts: a path, ending in `*` for all below it, then indented `Name: value`. */
function parseHeaders(text: string): { prefix: string; name: string; value: string }[] {
  let prefix = '/';
  return text.split('\n').flatMap((line) => {
    if (/^\S/.test(line)) prefix = line.trim().replace(/\*$/, '');
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    return name && value ? [{ prefix, name, value }] : [];
  });
}
