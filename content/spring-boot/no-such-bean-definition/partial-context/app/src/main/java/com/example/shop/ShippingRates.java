package com.example.shop;

/** What a parcel to a country costs, in cents. */
public interface ShippingRates {
    int of(String country);
}
