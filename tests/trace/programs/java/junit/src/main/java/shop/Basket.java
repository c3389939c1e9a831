package shop;

import java.util.HashMap;
import java.util.Map;

public class Basket {
    private final Map<String, Integer> counts = new HashMap<>();

    public void add(String product, int count) {
        if (count < 1) throw new IllegalArgumentException("count must be at least 1, not " + count);
        counts.merge(product, count, Integer::sum);
    }

    public int count(String product) {
        return counts.get(product);
    }
}
