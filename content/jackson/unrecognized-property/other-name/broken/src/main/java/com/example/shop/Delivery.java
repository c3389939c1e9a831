package com.example.shop;

record Delivery(String number, String deliveryDay) {
    static String text(String json) throws Exception {
        Delivery delivery = Json.read(json, Delivery.class);
        return "Order " + delivery.number + " comes on " + delivery.deliveryDay + ".";
    }
}
