import java.util.HashMap;
import java.util.Map;

/** Prices in cents, by article. */
class PriceList {
    private final Map<String, Integer> cents = new HashMap<>();

    void put(String article, int price) {
        cents.put(article, price);
    }

    void remove(String article) {
        cents.remove(article);
    }

    int total() {
        int total = 0;
        for (int price : cents.values()) {
            total += price;
        }
        return total;
    }
}
