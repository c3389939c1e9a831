package com.example.shop;

import tools.jackson.databind.json.JsonMapper;

/** Writes objects as JSON. */
class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static String write(Object object) {
        return MAPPER.writeValueAsString(object);
    }
}
