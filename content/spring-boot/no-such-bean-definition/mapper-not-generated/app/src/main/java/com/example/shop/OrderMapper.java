package com.example.shop;

import org.mapstruct.Mapper;

/** Turns orders into what the customer sees. */
@Mapper(componentModel = "spring")
public interface OrderMapper {
    OrderView toView(Order order);
}
