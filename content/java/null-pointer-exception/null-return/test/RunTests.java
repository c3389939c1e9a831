import java.util.List;

/** Run with assertions on: java -ea */
final class RunTests {
    public static void main(String[] arguments) {
        Newsletter newsletter = new Newsletter(new Customers(List.of(new Customer("omar@example.com", "Omar"))));

        assert newsletter.greeting("Omar@example.com").equals("Dear Omar,");
        assert newsletter.greeting("visitor@example.com").equals("Hello,");

        System.out.println("2 checks passed");
    }
}
