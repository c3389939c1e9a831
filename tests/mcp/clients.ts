import { Client, StreamableHTTPClientTransport, type CallToolResult } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { join } from 'node:path';
import { loadGuides, type GuideSource } from '../../src/commands/guide-source.ts';
import { serveHttp } from '../../src/mcp/http.ts';
import { createServer } from '../../src/mcp/server.ts';
import { projectRoot } from '../../src/site/project.ts';

/** How a client asks: the handshake of 2025, or the revision of 2026 and nothing else. */
export const eras = { '2025': 'legacy', '2026-07-28': { pin: '2026-07-28' } } as const;
type Mode = (typeof eras)[keyof typeof eras];

export const newClient = (mode: Mode) =>
  new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });

/** A client of the command, on its standard input and output. */
export async function stdioClient(mode: Mode, args: string[] = []): Promise<Client> {
  const client = newClient(mode);
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(projectRoot, 'src/cli.ts'), 'mcp', ...args],
    stderr: 'ignore',
  });
  await client.connect(transport);
  return client;
}

/** The guides of a content folder, served over HTTP, and clients of them. */
export async function startHttp(folder: string) {
  const guides: GuideSource = await loadGuides(folder, () => {});
  const { server, url } = await serveHttp(() => createServer(guides, '1.2.3'), 0);
  const connect = async (mode: Mode) => {
    const client = newClient(mode);
    await client.connect(new StreamableHTTPClientTransport(new URL(url)));
    return client;
  };
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { guides, url, port: Number(new URL(url).port), connect, stop };
}

/** The text of an answer. */
export function textOf({ content }: CallToolResult): string {
  return content.map((block) => (block.type === 'text' ? block.text : '')).join('');
}
