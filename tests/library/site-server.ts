import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Serves a folder at `/errors/` of a loopback address. `asked` are the paths that were requested, below the base. */
export async function serveFolder(folder: string) {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url!.replace(/^\/errors\//, '');
    asked.push(path);
    const file = await readFile(join(folder, path)).catch(() => undefined);
    response.statusCode = file ? 200 : 404;
    response.end(file);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => (server.closeAllConnections(), server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/errors/`, asked, close };
}
