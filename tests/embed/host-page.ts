import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that sends one page for every path, under a policy. */
export type HostPage = { url: string; close(): void };

/**
 * Serves a page that is not the site's: its port makes it another origin.
 * @param body of the page
 * @param policy its Content-Security-Policy
 */
export async function serveHostPage(body: string, policy: string): Promise<HostPage> {
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Handbook</title></head><body>${body}</body></html>`;
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
    });
    response.end(html);
  });
  return listen(server);
}

/** Listens on a free port of loopback. */
export async function listen(server: Server): Promise<HostPage> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
