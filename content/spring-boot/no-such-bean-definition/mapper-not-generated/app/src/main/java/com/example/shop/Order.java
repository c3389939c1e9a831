package com.example.shop;

/** An order as the shop keeps it; prices are in cents. */
public record Order(String number, String customer, int total) {}
