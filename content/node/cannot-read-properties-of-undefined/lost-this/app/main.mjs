import { invoiceList } from './invoices.mjs';

console.log(invoiceList(2026, [7, 8]).join(', '));
