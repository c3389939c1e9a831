import { orderUrl } from './orders.mjs';

console.log(orderUrl(7).href);
