package com.example.shop;

import org.springframework.boot.CommandLineRunner;
import org.springframework.stereotype.Component;

/** Prints the day's orders. */
@Component
public class Till implements CommandLineRunner {
    private final Checkout checkout;

    public Till(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public void run(String... arguments) {
        System.out.println("Order 1042: " + checkout.total(3900, "NO") + " cents");
    }
}
