package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@SpringBootTest(classes = Checkout.class)
class CheckoutTest {
    @Autowired
    Checkout checkout;

    @MockitoBean
    ShippingRates rates;

    @Test
    void shipsForFreeFromFiftyEuros() {
        assertThat(checkout.total(5000, "NO")).isEqualTo(5000);
    }
}
