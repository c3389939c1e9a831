export const shelves = new Map([['A1', 0]]);
