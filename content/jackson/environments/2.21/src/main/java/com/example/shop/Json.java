package com.example.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads JSON with the settings that Jackson 2 has by default. */
class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static <T> T read(String text, Class<T> type) throws JsonProcessingException {
        return MAPPER.readValue(text, type);
    }
}
