package com.example.shop;

import org.springframework.stereotype.Service;

@Service
class Invoices {
    private final Orders orders;

    Invoices(Orders orders) {
        this.orders = orders;
    }

    /** What the customer pays, in cents. */
    public int total(String number) {
        PurchaseOrder order = orders.findByNumber(number).orElseThrow();
        int total = 0;
        for (OrderLine line : order.getLines()) {
            total += line.getCents();
        }
        return total;
    }
}
