package com.example.shop;

/** What the shop is configured for. */
class Settings {
    private String currency;
    private int parcels;

    String describe() {
        return parcels + " parcels a day, paid in " + currency;
    }
}
