import { half } from './half';

console.log(half('3'));
