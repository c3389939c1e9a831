package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shipping.ShippingRates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ShippingTest {
    @Autowired
    ShippingRates rates;

    @Autowired
    Checkout checkout;

    @Test
    void isPartOfTheTotal() {
        assertThat(rates.of("NO")).isEqualTo(490);
        assertThat(checkout.total(3900, "NO")).isEqualTo(4390);
    }
}
