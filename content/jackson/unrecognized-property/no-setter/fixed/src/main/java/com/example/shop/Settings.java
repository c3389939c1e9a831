package com.example.shop;

/** What the shop is configured for. */
record Settings(String currency, int parcels) {
    String describe() {
        return parcels + " parcels a day, paid in " + currency;
    }
}
