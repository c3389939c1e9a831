import { sum } from './sum.mjs';

export const total = (values) => sum(values);
