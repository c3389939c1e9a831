package com.example.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
class OrderLine {
    @Id
    @GeneratedValue
    private Long id;

    private String article;
    private int cents;

    protected OrderLine() {}

    OrderLine(String article, int cents) {
        this.article = article;
        this.cents = cents;
    }

    public String getArticle() {
        return article;
    }

    public int getCents() {
        return cents;
    }
}
