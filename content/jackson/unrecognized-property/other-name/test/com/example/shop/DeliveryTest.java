package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DeliveryTest {
    @Test
    void takesTheDayFromTheNameThatTheCarrierUses() throws Exception {
        assertEquals("Order 7 comes on Friday.", Delivery.text("{\"number\": \"7\", \"delivery_day\": \"Friday\"}"));
    }
}
