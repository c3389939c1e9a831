import compression from 'compression';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';
import Negotiator from 'negotiator';
import send from 'send';
import { prefersMarkdown, twinPath } from '../hosts/negotiate.ts';
import { contentTypeOf, DEFAULT_CACHE, HOST_FILES } from '../hosts/rules.ts';
import { isUnder, parseHeaders, parseRedirects } from '../hosts/static-files.ts';
import { CODINGS } from './write-compressed.ts';

/**
 * Serves a built site as a static host would: compressed, by the build where it has done so, with its `_headers` and `_redirects`, and a guide as Markdown
 * to who would rather have that.
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
  // All files are looked up at each request, so that a new build shows; between two builds, what was there last is sent.
  const latest = latestFiles(dir);
  await latest.text('_headers');
  await latest.text('404.html');
  const compress = compression({ threshold: 256 }) as unknown as Middleware;
  const server = createServer(async (request, response) => {
    // Two slashes at the beginning of an address that is led on to would name another host.
    const pathname = new URL(`http://host/${request.url?.replace(/^\/+/, '')}`).pathname.replace(/^\/+/, '/');
    for (const { path, name, value } of parseHeaders(await latest.text('_headers')))
      if (isUnder(pathname, path)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const missing = async () => {
      response.setHeader('Cache-Control', DEFAULT_CACHE);
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.writeHead(404).end(await latest.text('404.html'));
    };
    const redirect = parseRedirects(await latest.text('_redirects', '')).get(pathname);
    if (redirect) return void response.writeHead(redirect.status, { Location: redirect.to }).end();
    if (!pathname.startsWith(base)) {
      if (pathname === '/') response.writeHead(302, { Location: base }).end();
      else await missing();
      return;
    }
    const twin = prefersMarkdown(request.headers.accept ?? '') ? twinPath(pathname, base) : undefined;
    const path = (twin ?? pathname).slice(base.length - 1);
    if (HOST_FILES.includes(path.slice(1))) return void (await missing());
    // A part of a file is counted in bytes that are not compressed.
    const isPart = request.headers.range !== undefined;
    const coding = isPart ? undefined : compressedCoding(dir, path, request);
    const file = coding ? `${withIndex(path)}${CODINGS[coding]}` : path;
    const sendFile = () =>
      send(request, file, { root: dir, cacheControl: false })
        .on('headers', (headers: ServerResponse, sent: string) => {
          const type = contentTypeOf(coding ? withIndex(path) : sent);
          if (coding) {
            headers.setHeader('Content-Encoding', coding);
            headers.appendHeader('Vary', 'Accept-Encoding');
          }
          if (type) headers.setHeader('Content-Type', type);
          if (!headers.hasHeader('Cache-Control')) headers.setHeader('Cache-Control', DEFAULT_CACHE);
        })
        .on('directory', () => response.writeHead(301, { Location: `${pathname}/` }).end())
        .on('error', ({ status, headers }: SendError) => {
          if (status === 416) response.writeHead(416, headers).end();
          else void missing();
        })
        .pipe(response);
    if (isPart) sendFile();
    else compress(request, response, sendFile);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return { server, url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}${base}` };
}

/** The folder's own page, whose path ends with `/`. */
const withIndex = (path: string) => path.replace(/\/$/, '/index.html');

/** The coding of a file that the build has compressed, if it has and who asks takes it; the smaller first. */
function compressedCoding(
  dir: string,
  path: string,
  request: IncomingMessage,
): keyof typeof CODINGS | undefined {
  const inside = normalize(decodePath(withIndex(path)));
  const accepted = new Negotiator(request).encodings(Object.keys(CODINGS));
  return (Object.keys(CODINGS) as (keyof typeof CODINGS)[]).find(
    (coding) => accepted.includes(coding) && existsSync(join(dir, `${inside}${CODINGS[coding]}`)),
  );
}

/** What is no path has no file. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/';
  }
}

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
type SendError = Error & { status: number; headers?: Record<string, string> };

/** Reads files of a folder; of one that is gone for a moment, what it had before. */
function latestFiles(dir: string) {
  const known = new Map<string, string>();
  return {
    /** @throws an error with a code when the file was never there, and there is no text to stand in */
    async text(name: string, standIn?: string): Promise<string> {
      try {
        known.set(name, await readFile(join(dir, name), 'utf8'));
      } catch (error) {
        const text = known.get(name) ?? standIn;
        if (text === undefined) throw error;
        return text;
      }
      return known.get(name)!;
    },
  };
}
