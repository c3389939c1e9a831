import java.util.Map;

public class Main {
  public static void main(String[] arguments) {
    Map<String, Integer> prices = Map.of("apple", 2);
    System.out.println(Runtime.version().feature());
    int price = prices.get("pear");
    System.err.println(price);
  }
}
