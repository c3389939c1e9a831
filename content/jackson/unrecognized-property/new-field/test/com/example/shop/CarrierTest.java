package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CarrierTest {
    @Test
    void readsParcelsWithFieldsThatTheShopDoesNotKnow() throws Exception {
        String answer = """
                {"parcels": [
                  {"number": "7", "status": "delivered", "signedBy": {"name": "Omar"}},
                  {"number": "8", "status": "on its way", "tax": 8}
                ]}
                """;
        assertEquals("Parcel 7 is delivered.\nParcel 8 is on its way.", Carrier.describe(answer));
    }
}
