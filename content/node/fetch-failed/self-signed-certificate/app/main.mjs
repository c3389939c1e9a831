import { startInventory } from './inventory.mjs';
import { stockOf } from './stock.mjs';

const inventory = await startInventory();

console.log(`TB-100: ${await stockOf(inventory, 'TB-100')} pieces left`);
