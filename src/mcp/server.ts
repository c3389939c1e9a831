import {
  type CallToolResult,
  McpServer,
  ResourceNotFoundError,
  ResourceTemplate,
} from '@modelcontextprotocol/server';
import type { GuideSource } from '../commands/guide-source.ts';
import { getGuide } from './get-guide.ts';
import { matchTrace } from './match-trace.ts';
import { Refusal } from './refusal.ts';
import * as schemas from './schemas.ts';
import { searchGuides } from './search-guides.ts';

const INSTRUCTIONS =
  'Guides to errors, each one proved by running its code. Give match_trace the whole output of what failed before you change code: it names the guide and the cause, or says that no guide fits. get_guide has the cause, the fix, the test that tells whether it worked, and when the fix is the wrong one.';

const annotations = {
  readOnlyHint: true,
  idempotentHint: true,
  destructiveHint: false,
  openWorldHint: false,
};

/**
 * An MCP server that answers from guides as the pages do: three tools, and each guide as a resource.
 * @param version of this program, told to clients
 */
export function createServer(guides: GuideSource, version: string): McpServer {
  const server = new McpServer(
    { name: 'tracebook', title: 'Tracebook', version },
    { capabilities: { tools: {}, resources: {} }, instructions: INSTRUCTIONS },
  );
  server.registerTool(
    'match_trace',
    {
      title: 'Match a stack trace',
      description:
        'Names the guide, the cause and the fix for every error in a stack trace, a message or a log. An error that no guide is about gets none.',
      inputSchema: schemas.matchInput,
      outputSchema: schemas.matchOutput,
      annotations,
    },
    (input) => result(() => matchTrace(input, guides)),
  );
  server.registerTool(
    'search_guides',
    {
      title: 'Search guides',
      description: 'Finds guides by exception name, error code, message or words of a cause.',
      inputSchema: schemas.searchInput,
      outputSchema: schemas.searchOutput,
      annotations,
    },
    (input) => result(() => searchGuides(input, guides)),
  );
  server.registerTool(
    'get_guide',
    {
      title: 'Read a guide',
      description:
        'A guide as Markdown: the trace, each cause with its broken and fixed code and test. With "cause" only that part.',
      inputSchema: schemas.guideInput,
      outputSchema: schemas.guideOutput,
      annotations,
    },
    (input) => result(() => getGuide(input, guides)),
  );
  registerGuides(server, guides);
  return server;
}

const MIME = 'text/markdown';
const addressOf = (id: string) => `tracebook://guides/${id}`;

function registerGuides(server: McpServer, { index, titles, markdown }: GuideSource): void {
  const ids = index.guides.map(({ id }) => id).sort();
  const list = () => ({
    resources: ids.map((id) => ({
      uri: addressOf(id),
      name: id,
      title: titles.get(id)?.title ?? id,
      mimeType: MIME,
    })),
  });
  const complete = { id: (start: string) => ids.filter((id) => id.startsWith(start)).slice(0, 100) };
  server.registerResource(
    'guide',
    new ResourceTemplate(addressOf('{+id}'), { list, complete }),
    { title: 'Guide', description: 'A guide as Markdown.', mimeType: MIME },
    async (uri, { id }) => {
      if (typeof id !== 'string' || !ids.includes(id)) throw new ResourceNotFoundError(uri.href);
      return { contents: [{ uri: uri.href, mimeType: MIME, text: await markdown(id) }] };
    },
  );
}

/** What a tool answers; a refusal is an answer that says what to do. */
async function result(
  run: () => Promise<{ answer: Record<string, unknown>; markdown: string }>,
): Promise<CallToolResult> {
  try {
    const { answer, markdown } = await run();
    return { content: [{ type: 'text', text: markdown }], structuredContent: answer };
  } catch (error) {
    const { message } = error as Error;
    const text = error instanceof Refusal ? message : `The tool failed: ${message}`;
    return { content: [{ type: 'text', text }], isError: true };
  }
}
