import { InvoiceNumbers } from './invoice-numbers.mjs';

/** Returns the printed numbers of a year's invoices. */
export function invoiceList(year, numbers) {
  const invoiceNumbers = new InvoiceNumbers(year);
  return numbers.map((number) => invoiceNumbers.format(number));
}
