package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ShopApplication.class)
class LabelsTest {
    @Autowired
    Orders orders;

    @Autowired
    Labels labels;

    @Test
    void nameTheCustomer() throws Exception {
        orders.save(new PurchaseOrder("7", new Customer("Omar Reyes"), new OrderLine("chair", 990), new OrderLine("rug", 10)));
        assertThat(labels.text("7")).isEqualTo("Parcel 7 for Omar Reyes");
    }
}
