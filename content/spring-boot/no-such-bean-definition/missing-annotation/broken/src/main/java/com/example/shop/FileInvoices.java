package com.example.shop;

import java.util.List;

/** Invoices in the files of a folder. */
public class FileInvoices implements Invoices {
    private final List<String> files = List.of("2026-0001.xml", "2026-0002.xml");

    @Override
    public int count() {
        return files.size();
    }
}
