package com.example.shop;

/** Where invoices are kept. */
public interface Invoices {
    int count();
}
