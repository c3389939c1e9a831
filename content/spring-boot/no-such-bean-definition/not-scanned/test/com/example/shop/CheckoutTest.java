package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class CheckoutTest {
    @Autowired
    Checkout checkout;

    @Test
    void addsTheShippingRate() {
        assertThat(checkout.total(3900, "NO")).isEqualTo(4390);
    }
}
