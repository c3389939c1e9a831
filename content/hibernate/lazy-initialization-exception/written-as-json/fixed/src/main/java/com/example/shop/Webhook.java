package com.example.shop;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Webhook {
    private record Message(String number, List<String> articles) {
        static Message of(PurchaseOrder order) {
            return new Message(order.getNumber(), order.getLines().stream().map(OrderLine::getArticle).toList());
        }
    }

    private final Orders orders;

    Webhook(Orders orders) {
        this.orders = orders;
    }

    /** What the warehouse is told about an order. */
    @Transactional(readOnly = true)
    public String message(String number) throws Exception {
        return Json.write(Message.of(orders.findByNumber(number).orElseThrow()));
    }
}
