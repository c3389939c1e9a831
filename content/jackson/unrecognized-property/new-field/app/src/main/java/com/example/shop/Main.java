package com.example.shop;

public class Main {
    public static void main(String[] arguments) throws Exception {
        String answer = """
                {
                  "requestId": "b71",
                  "parcels": [
                    {"number": "1042", "status": "on its way", "carbonGrams": 410}
                  ]
                }
                """;
        System.out.println(Carrier.describe(answer));
    }
}
