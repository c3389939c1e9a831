import { total } from './basket';

const lines = [{ product: 'pen', count: '2' }];
const sum: string = total(lines, new Map([['pen', 2]]));
console.log(sum.toFixd(2));
