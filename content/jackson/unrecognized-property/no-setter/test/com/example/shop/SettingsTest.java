package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void areReadFromJson() throws Exception {
        Settings settings = Json.read("{\"currency\": \"CHF\", \"parcels\": 5}", Settings.class);
        assertEquals("5 parcels a day, paid in CHF", settings.describe());
    }
}
