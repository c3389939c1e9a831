package shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

public class ReadOrder {
    public record Order(int number, String mail) {}

    static Order read(String text) throws JsonProcessingException {
        return new ObjectMapper().readValue(text, Order.class);
    }

    public static void main(String[] args) {
        try {
            read(args.length > 0 ? args[0] : "{\"number\": \"A-7\"}");
        } catch (JsonProcessingException problem) {
            throw new IllegalArgumentException("order could not be read", problem);
        }
    }
}
