import { join } from 'node:path';
import { basePath } from '../../src/guide/load-content.ts';
import { readContent } from '../../src/guide/content.ts';
import { projectRoot } from '../../src/site/project.ts';
import { serveSite } from '../../src/site/serve.ts';

/** Serves dist/ on loopback for as long as the tests run; they read its address from SITE_URL. */
export default async function serve(): Promise<() => void> {
  const { content } = readContent(join(projectRoot, 'content'));
  const { server, url } = await serveSite(
    join(projectRoot, 'dist'),
    basePath(content.site.url),
    '127.0.0.1',
    0,
  );
  process.env['SITE_URL'] = url;
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
