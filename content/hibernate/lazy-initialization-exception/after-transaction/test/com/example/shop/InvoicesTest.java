package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ShopApplication.class)
class InvoicesTest {
    @Autowired
    Orders orders;

    @Autowired
    Invoices invoices;

    @Test
    void addTheLinesOfAnOrder() throws Exception {
        orders.save(new PurchaseOrder("7", new Customer("Omar Reyes"), new OrderLine("chair", 990), new OrderLine("rug", 10)));
        assertThat(invoices.total("7")).isEqualTo(1000);
    }
}
