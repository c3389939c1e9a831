package com.example.shop;

import org.springframework.boot.CommandLineRunner;

/** Takes an order and says what it costs. */
class Desk implements CommandLineRunner {
    private final Orders orders;
    private final Invoices invoices;

    Desk(Orders orders, Invoices invoices) {
        this.orders = orders;
        this.invoices = invoices;
    }

    @Override
    public void run(String... arguments) throws Exception {
        Customer ada = new Customer("Ada Brook");
        orders.save(new PurchaseOrder("1042", ada, new OrderLine("kettle", 3900), new OrderLine("lamp", 2500)));
        System.out.println(invoices.total("1042") + " cents");
    }
}
