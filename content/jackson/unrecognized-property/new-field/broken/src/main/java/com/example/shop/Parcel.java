package com.example.shop;

record Parcel(String number, String status) {}
