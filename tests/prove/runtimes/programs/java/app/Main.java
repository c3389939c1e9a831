import java.util.Map;

public class Main {
  public static void main(String[] arguments) {
    Map<String, Integer> prices = Map.of("apple", 2);
    int price = prices.get("pear");
    System.out.println(price);
  }
}
