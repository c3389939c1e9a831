export interface Line {
  sku: string;
  sold: number;
}

export function salesReport(sales: Map<string, number>): { month: string; lines: Line[] } {
  const report = { month: '2026-11', lines: [] };
  report.lines = [...sales].map(([sku, sold]) => ({ sku, sold }));
  return report;
}
