package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mockingDetails;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One more case in the context of CheckoutTest. */
class CheckoutWithMockedRatesTest extends CheckoutTest {
    @Autowired
    ShippingRates injected;

    @Test
    void takesNoRateFromTheCarrier() {
        assertThat(mockingDetails(injected).isMock()).isTrue();
        assertThat(checkout.total(4999, "NO")).isEqualTo(4999);
    }
}
