package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class OrderPageTest {
    @Autowired
    OrderPage page;

    @Test
    void showsNumberAndTotal() {
        assertThat(page.show(new Order("1007", "Ada", 3990))).isEqualTo(new OrderView("1007", 3990));
    }
}
