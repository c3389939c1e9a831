import { total } from './total.mjs';

console.log(total([1, 2]));
