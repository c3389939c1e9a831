/** An order as the database holds it: the discount is empty for customers without a voucher. */
record Order(int number, int cents, Integer discountPercent) {}
