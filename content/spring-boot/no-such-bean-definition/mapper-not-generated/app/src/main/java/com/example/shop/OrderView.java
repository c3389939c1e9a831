package com.example.shop;

/** What the customer sees of an order. */
public record OrderView(String number, int total) {}
