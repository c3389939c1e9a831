import { setTimeout as sleep } from 'node:timers/promises';

/** Reads from the inventory service how many pieces of an article are left. */
export async function stockOf(inventory, sku) {
  const response = await fetchWhenUp(`${inventory}/stock/${sku}`);
  const { pieces } = await response.json();
  return pieces;
}

/** Fetches, and tries again while nothing listens there: a service that starts may need a moment. */
async function fetchWhenUp(url, patience = 5_000) {
  const end = Date.now() + patience;
  for (let pause = 50; ; pause = Math.min(2 * pause, 1_000)) {
    try {
      return await fetch(url);
    } catch (error) {
      if (error.cause?.code !== 'ECONNREFUSED' || Date.now() + pause > end) throw error;
      await sleep(pause);
    }
  }
}
