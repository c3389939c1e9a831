package com.example.shop;

import org.springframework.stereotype.Service;

@Service
class Labels {
    private final Orders orders;

    Labels(Orders orders) {
        this.orders = orders;
    }

    /** What is printed on the parcel. */
    String text(String number) {
        PurchaseOrder order = orders.findByNumber(number).orElseThrow();
        return "Parcel " + order.getNumber() + " for " + order.getCustomer().getName();
    }
}
