package com.example.shop;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON strictly, as Jackson 2 does by default. */
class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }
}
