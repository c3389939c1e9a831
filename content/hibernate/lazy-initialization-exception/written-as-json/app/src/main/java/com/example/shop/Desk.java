package com.example.shop;

import org.springframework.boot.CommandLineRunner;

/** Takes an order and tells the warehouse. */
class Desk implements CommandLineRunner {
    private final Orders orders;
    private final Webhook webhook;

    Desk(Orders orders, Webhook webhook) {
        this.orders = orders;
        this.webhook = webhook;
    }

    @Override
    public void run(String... arguments) throws Exception {
        Customer ada = new Customer("Ada Brook");
        orders.save(new PurchaseOrder("1042", ada, new OrderLine("kettle", 3900), new OrderLine("lamp", 2500)));
        System.out.println(webhook.message("1042"));
    }
}
