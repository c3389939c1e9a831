import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type HostPage, listen } from './host-page.ts';

/** Guides as a site publishes them. */
export type Published = { index: unknown; titles: unknown; names: unknown };

/**
 * Serves the files that other sites load; `paths` gets what is asked for.
 * @param ready awaited before each answer
 */
export async function serveGuides(
  published: Published,
  paths: string[] = [],
  ready: Promise<void> = Promise.resolve(),
): Promise<HostPage> {
  const files: Record<string, unknown> = {
    '/match/index.json': published.index,
    '/match/titles.json': published.titles,
    '/names.json': published.names,
  };
  return serve(async (request, response) => {
    paths.push(`${request.url} ${request.headers.referer ?? ''}`.trim());
    await ready;
    response.end(JSON.stringify(files[request.url ?? '']));
  });
}

/** Serves JSON that does not end before it has a gigabyte; `sent` gets the bytes of each answer that was begun. */
export async function serveFlood(sent: number[]): Promise<HostPage> {
  const chunk = Buffer.alloc(1_000_000, ' ');
  return serve((_request, response) => {
    const turn = sent.push(0) - 1;
    const write = () => {
      while (sent[turn]! < 1e9 && !response.destroyed) {
        sent[turn]! += chunk.length;
        if (!response.write(chunk)) return;
      }
      response.end('{}');
    };
    response.on('drain', write);
    write();
  });
}

/** The address of a server that has ended. */
export async function deadAddress(): Promise<string> {
  const server = await serve((_request, response) => void response.end());
  server.close();
  return server.url;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

function serve(handler: Handler): Promise<HostPage> {
  return listen(
    createServer((request, response) => {
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Access-Control-Allow-Origin': '*',
      });
      handler(request, response);
    }),
  );
}

/** One guide to one exception, of one cause, as a site publishes it. */
export function publish(
  id: string,
  exception: string,
  texts: { title: string; cause: string; fix: string; causeTitle?: string },
): Published {
  const { title, cause, fix, causeTitle = title } = texts;
  const shown = { id: cause, title: causeTitle, short: title, sign: exception, fix };
  const framework = id.split('/')[0]!;
  return {
    index: {
      frameworks: [{ id: framework, language: 'javascript', packages: [] }],
      guides: [
        { id, exceptions: [exception], messages: [], codes: [], causes: { [cause]: { near: [exception] } } },
      ],
    },
    titles: [{ id, title, causes: [shown] }],
    names: {
      version: 1,
      guides: [
        {
          id,
          title,
          framework,
          summary: title,
          names: [exception],
          messages: [],
          causes: [{ ...shown, signals: [] }],
          questions: [],
        },
      ],
    },
  };
}
