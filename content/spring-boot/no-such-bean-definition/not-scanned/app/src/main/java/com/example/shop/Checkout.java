package com.example.shop;

import com.example.shipping.ShippingRates;
import org.springframework.stereotype.Service;

@Service
public class Checkout {
    private final ShippingRates rates;

    public Checkout(ShippingRates rates) {
        this.rates = rates;
    }

    /** What the customer pays, in cents. */
    public int total(int goods, String country) {
        return goods + rates.of(country);
    }
}
