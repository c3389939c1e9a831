import { freePort, startInventory } from './inventory.mjs';
import { stockOf } from './stock.mjs';

const port = await freePort();
startInventory(port, 300);

const pieces = await stockOf(`http://127.0.0.1:${port}`, 'TB-100');
console.log(`TB-100: ${pieces} pieces left`);
