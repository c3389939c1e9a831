/** Run with assertions on: java -ea */
final class RunTests {
    public static void main(String[] arguments) {
        Checkout checkout = new Checkout();

        String known = checkout.shipping(new Checkout.Order(1, "DE", 3));
        assert known.equals("EUR 3.60") : known;

        String unknown = checkout.shipping(new Checkout.Order(2, "CH", 2));
        assert unknown.equals("not to CH") : unknown;

        System.out.println("RunTests: 2 checks passed");
    }
}
