package com.example.shop;

/** Reads what the order service answers. */
class Orders {
    private record Answer(Order data, String status) {}

    static Order read(String answer) throws Exception {
        return Json.read(answer, Answer.class).data();
    }
}
