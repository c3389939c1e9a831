import { createMcpHandler, validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';

const PATH = '/mcp';
/** Names of this machine; a page of another name that was made to lead here is refused. */
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Serves MCP on the loopback address, at `/mcp` only. Requests of foreign pages and names are refused with 403.
 * @param factory makes a server for each request
 * @param port 0 for any free port
 * @returns the server, listening, and the address for clients
 * @throws Error with the code EADDRINUSE when the port is taken
 */
export async function serveHttp(
  factory: Parameters<typeof createMcpHandler>[0],
  port: number,
): Promise<{ server: Server; url: string }> {
  const handler = createMcpHandler(factory);
  const server = createServer((request, response) => {
    const refused = refusalOf(request);
    if (refused) {
      response.writeHead(refused[0], { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${refused[1]}\n`);
      return;
    }
    handler
      .fetch(toRequest(request, response))
      .then((answer) => send(answer, response))
      .catch(() => response.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}` };
}

function refusalOf({ headers, url }: IncomingMessage): [status: number, message: string] | undefined {
  if (!validateHostHeader(headers.host, OWN_NAMES).ok)
    return [403, 'The Host header names another machine. Use the address that the server printed.'];
  if (!validateOriginHeader(headers.origin, OWN_NAMES).ok)
    return [403, 'Pages of other sites may not ask this server.'];
  if (url?.split('?')[0] !== PATH) return [404, `Only ${PATH} is here.`];
  return undefined;
}

function toRequest(request: IncomingMessage, response: ServerResponse): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const { method = 'GET' } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(`http://${request.headers.host}${request.url}`, {
    method,
    headers,
    signal: gone.signal,
    ...(hasBody && { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' }),
  } as RequestInit);
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body) await pipeline(Readable.fromWeb(answer.body as ReadableStream), response);
  else response.end();
}
