package com.example.shop;

import org.springframework.stereotype.Component;

/** Shows an order to its customer. */
@Component
public class OrderPage {
    private final OrderMapper mapper;

    public OrderPage(OrderMapper mapper) {
        this.mapper = mapper;
    }

    public OrderView show(Order order) {
        return mapper.toView(order);
    }
}
