package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OrdersTest {
    @Test
    void areInsideOfTheAnswer() throws Exception {
        String answer = "{\"status\": \"ok\", \"data\": {\"number\": \"7\", \"total\": \"9.90\"}}";
        assertEquals(new Order("7", "9.90"), Orders.read(answer));
    }
}
