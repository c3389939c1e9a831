package com.example.shop;

import org.springframework.boot.CommandLineRunner;
import org.springframework.stereotype.Component;

/** Reminds customers of what they left in the basket. */
@Component
public class Reminder implements CommandLineRunner {
    private final Mailer mailer;

    public Reminder(Mailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public void run(String... arguments) {
        mailer.send("ada@example.com", "Your kettle is still in the basket.");
    }
}
