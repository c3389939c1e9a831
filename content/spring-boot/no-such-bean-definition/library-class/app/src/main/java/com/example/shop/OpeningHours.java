package com.example.shop;

import java.time.Clock;
import java.time.LocalTime;
import org.springframework.stereotype.Service;

@Service
public class OpeningHours {
    private final Clock clock;

    public OpeningHours(Clock clock) {
        this.clock = clock;
    }

    public boolean isOpen() {
        int hour = LocalTime.now(clock).getHour();
        return hour >= 9 && hour < 18;
    }
}
