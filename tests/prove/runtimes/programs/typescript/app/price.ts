import { readFileSync } from 'node:fs';

const price: number = readFileSync('price.txt', 'utf8');
console.log(price);
