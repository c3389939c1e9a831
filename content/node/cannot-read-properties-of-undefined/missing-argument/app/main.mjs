import { titleOf } from './report.mjs';

console.log(titleOf());
