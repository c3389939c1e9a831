package com.example.shop;

public class Main {
    public static void main(String[] arguments) throws Exception {
        Settings settings = Json.read("{\"currency\": \"NOK\", \"parcels\": 20}", Settings.class);
        System.out.println(settings.describe());
    }
}
