package com.example.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
class Customer {
    @Id
    @GeneratedValue
    private Long id;

    private String name;

    protected Customer() {}

    Customer(String name) {
        this.name = name;
    }

    String getName() {
        return name;
    }
}
