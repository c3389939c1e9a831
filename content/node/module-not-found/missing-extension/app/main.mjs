import { isAvailable } from './article.mjs';

console.log(isAvailable('TB-100') ? 'TB-100 is in stock.' : 'TB-100 is sold out.');
