export class InvoiceNumbers {
  constructor(year) {
    this.prefix = `${year}-`;
  }

  format(number) {
    return this.prefix + String(number).padStart(4, '0');
  }
}
