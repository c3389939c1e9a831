package com.example.shop;

import org.springframework.boot.CommandLineRunner;
import org.springframework.stereotype.Component;

/** Prints what stands on the door. */
@Component
public class DoorSign implements CommandLineRunner {
    private final OpeningHours hours;

    public DoorSign(OpeningHours hours) {
        this.hours = hours;
    }

    @Override
    public void run(String... arguments) {
        System.out.println("Open from 9 to 18. " + (hours.isOpen() ? "Come in!" : "Closed now."));
    }
}
