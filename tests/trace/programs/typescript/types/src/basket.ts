export interface Line {
  product: string;
  count: number;
}

export function total(lines: Line[], prices: Map<string, number>): number {
  return lines.reduce((sum, line) => sum + prices.get(line.product) * line.count, 0);
}
