package com.example.shop;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Orders extends JpaRepository<PurchaseOrder, Long> {
    Optional<PurchaseOrder> findByNumber(String number);
}
