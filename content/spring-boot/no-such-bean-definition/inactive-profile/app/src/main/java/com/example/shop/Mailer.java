package com.example.shop;

/** Sends mails to customers. */
public interface Mailer {
    void send(String address, String text);
}
