package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class OpeningHoursTest {
    @Autowired
    Clock clock;

    @Autowired
    OpeningHours hours;

    @Test
    void goByTheClockOfTheMachine() {
        assertThat(clock).isEqualTo(Clock.systemDefaultZone());
        assertThat(hours).isNotNull();
    }
}
