import { once } from 'node:events';

/** Starts the app on a free port, sends it one request and stops it again. */
export async function visit(app, path, options) {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const response = await fetch(`http://127.0.0.1:${server.address().port}${path}`, options);
    return { status: response.status, body: await response.text() };
  } finally {
    server.close();
  }
}
