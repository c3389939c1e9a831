package com.example.shop;

/** Reads what the order service answers. */
class Orders {
    static Order read(String answer) throws Exception {
        return Json.read(answer, Order.class);
    }
}
