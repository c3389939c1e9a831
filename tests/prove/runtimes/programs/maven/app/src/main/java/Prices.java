import java.util.Map;

class Prices {
  static final Map<String, Integer> PRICES = Map.of("apple", 2);

  static int of(String product) {
    return PRICES.get(product);
  }
}
