/** Run with assertions on: java -ea */
final class RunTests {
    public static void main(String[] arguments) {
        Discounts discounts = new Discounts();

        assert discounts.of("kitchen") == 15;
        assert new Discounts().of("mugs") == 15;
        assert discounts.of("garden") == 0;

        System.out.println("3 checks passed");
    }
}
