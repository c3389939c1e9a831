package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
class MailerTest {
    @Autowired
    Mailer mailer;

    @Test
    void isOneThatOnlyLogsOnADevelopersMachine() {
        assertThat(mailer.getClass().getSimpleName()).isEqualTo("LogMailer");
    }

    @Nested
    @ActiveProfiles("production")
    class InProduction {
        @Autowired
        Mailer mailer;

        @Test
        void isTheOneThatSends() {
            assertThat(mailer).isInstanceOf(SmtpMailer.class);
        }
    }
}
