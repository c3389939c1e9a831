package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class InvoicesTest {
    @Autowired
    Invoices invoices;

    @Test
    void countsTheInvoicesOfTheFolder() {
        assertThat(invoices.count()).isEqualTo(2);
    }
}
