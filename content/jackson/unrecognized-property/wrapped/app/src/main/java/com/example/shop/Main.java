package com.example.shop;

public class Main {
    public static void main(String[] arguments) throws Exception {
        Order order = Orders.read("{\"data\": {\"number\": \"1042\", \"total\": \"39.00\"}, \"status\": \"ok\"}");
        System.out.println("Order " + order.number() + ": " + order.total() + " euros");
    }
}
