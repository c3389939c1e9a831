import { packageVersion, type Places } from '../files/places.ts';
import { guidesFor } from './match.ts';

export type McpOptions = {
  /** What to answer from: a content folder, a built site, its index.json, or a site's address. */
  index?: string;
  /** Serves HTTP on the loopback address instead of standard input and output. */
  http?: boolean;
  /** For HTTP; 0 for any free port. */
  port: number;
};

/**
 * Serves the guides to agents by the Model Context Protocol until the client goes or the process is ended.
 * Standard output holds the protocol only.
 * @returns 0 when it was served, 1 when the port cannot be had, 2 when the guides cannot
 */
export async function mcp({ index, http, port }: McpOptions, places: Places): Promise<number> {
  const guides = await guidesFor({ ...(index !== undefined && { index }) }, places);
  if (!guides) return 2;
  // Other commands do without the package of the protocol.
  const { createServer } = await import('../mcp/server.ts');
  const factory = () => createServer(guides, packageVersion());
  if (http) {
    const { serveHttp } = await import('../mcp/http.ts');
    try {
      const { url } = await serveHttp(factory, port);
      console.error(`MCP is at ${url} (Ctrl-C ends it).`);
      return 0;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      console.error(`Port ${port} is taken. Choose another: tracebook mcp --http --port ${port + 1}`);
      return 1;
    }
  }
  if (process.stdin.isTTY)
    console.error('MCP is on standard input and output, for a program that starts this. See also: --http');
  const { serveStdio } = await import('@modelcontextprotocol/server/stdio');
  serveStdio(factory, { onerror: ({ message }) => console.error(message) });
  return 0;
}
