import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends visitors, each with a session of its own, eight at a time. */
export async function visit(address, visitors) {
  let session = 0;
  const one = async () => {
    while (session < visitors) await get(`${address}/articles/7?session=${(session += 1)}`);
  };
  await Promise.all(Array.from({ length: 8 }, one));
  agent.destroy();
}

function get(url) {
  return new Promise((resolve, reject) => {
    request(url, { agent }, (response) => response.resume().on('end', resolve)).on('error', reject).end();
  });
}
