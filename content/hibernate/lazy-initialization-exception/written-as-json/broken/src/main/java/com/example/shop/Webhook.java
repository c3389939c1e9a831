package com.example.shop;

import org.springframework.stereotype.Service;

@Service
class Webhook {
    private final Orders orders;

    Webhook(Orders orders) {
        this.orders = orders;
    }

    /** What the warehouse is told about an order. */
    public String message(String number) throws Exception {
        return Json.write(orders.findByNumber(number).orElseThrow());
    }
}
