package com.example.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes objects as JSON. */
class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static String write(Object object) throws JsonProcessingException {
        return MAPPER.writeValueAsString(object);
    }
}
