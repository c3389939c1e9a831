package com.example.shop;

import org.springframework.boot.CommandLineRunner;
import org.springframework.stereotype.Component;

/** Prints the figures of the year. */
@Component
public class YearReport implements CommandLineRunner {
    private final Invoices invoices;

    public YearReport(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public void run(String... arguments) {
        System.out.println("Invoices: " + invoices.count());
    }
}
