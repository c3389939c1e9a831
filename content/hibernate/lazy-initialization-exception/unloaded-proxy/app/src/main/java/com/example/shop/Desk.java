package com.example.shop;

import org.springframework.boot.CommandLineRunner;

/** Takes an order and prints its label. */
class Desk implements CommandLineRunner {
    private final Orders orders;
    private final Labels labels;

    Desk(Orders orders, Labels labels) {
        this.orders = orders;
        this.labels = labels;
    }

    @Override
    public void run(String... arguments) throws Exception {
        Customer ada = new Customer("Ada Brook");
        orders.save(new PurchaseOrder("1042", ada, new OrderLine("kettle", 3900), new OrderLine("lamp", 2500)));
        System.out.println(labels.text("1042"));
    }
}
