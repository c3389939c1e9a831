package com.example.shop;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what the carrier answers. */
class Carrier {
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(List<Parcel> parcels) {}

    static String describe(String answer) throws Exception {
        return Json.read(answer, Answer.class).parcels().stream()
                .map(parcel -> "Parcel " + parcel.number() + " is " + parcel.status() + ".")
                .collect(Collectors.joining("\n"));
    }
}
