import { startInventory } from './inventory.mjs';
import { stockOf } from './stock.mjs';

// What the deployment does: since the last release it sets INVENTORY_URL and no longer INVENTORY_HOST.
process.env.INVENTORY_URL = await startInventory();

console.log(`TB-100: ${await stockOf('TB-100')} pieces left`);
