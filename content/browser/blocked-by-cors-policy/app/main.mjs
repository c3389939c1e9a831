import { visitShop, withServers } from './visit-shop.mjs';

const { shown, errors } = await withServers(visitShop);
for (const error of errors) console.error(error);
console.log(`The page shows: ${shown}`);
if (errors.length > 0) process.exitCode = 1;
