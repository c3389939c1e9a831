/** Run with assertions on: java -ea */
final class RunTests {
    public static void main(String[] arguments) {
        OrderImport orders = new OrderImport();

        assert orders.row("7", 10000, "CH").equals("7;10800");
        assert orders.row("8", 10000, "XX").equals("8;10000");

        System.out.println("2 checks passed");
    }
}
