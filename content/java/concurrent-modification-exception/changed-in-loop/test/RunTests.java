import java.util.List;

/** Run with assertions on: java -ea */
final class RunTests {
    public static void main(String[] arguments) {
        Basket basket = new Basket(List.of("a (sold out)", "b (sold out)", "c", "d (sold out)"));
        basket.removeSoldOut();

        assert basket.articles().equals(List.of("c")) : basket.articles();

        System.out.println("1 check passed");
    }
}
