package com.example.shop;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Shows mails on the console, wherever it is not production. */
@Component
@Profile("!production")
public class LogMailer implements Mailer {
    @Override
    public void send(String address, String text) {
        System.out.println("Not sent to " + address + ": " + text);
    }
}
