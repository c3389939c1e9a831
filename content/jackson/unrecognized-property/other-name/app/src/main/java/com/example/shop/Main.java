package com.example.shop;

public class Main {
    public static void main(String[] arguments) throws Exception {
        System.out.println(Delivery.text("{\"number\": \"1042\", \"delivery_day\": \"Tuesday\"}"));
    }
}
