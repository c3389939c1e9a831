package com.example.shop;

import com.fasterxml.jackson.annotation.JsonProperty;

record Delivery(String number, @JsonProperty("delivery_day") String deliveryDay) {
    static String text(String json) throws Exception {
        Delivery delivery = Json.read(json, Delivery.class);
        return "Order " + delivery.number + " comes on " + delivery.deliveryDay + ".";
    }
}
