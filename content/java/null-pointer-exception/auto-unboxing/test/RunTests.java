import java.util.List;

/** Run with assertions on: java -ea */
final class RunTests {
    public static void main(String[] arguments) {
        int withVoucher = Invoices.toPay(new Order(1, 5000, 10));
        assert withVoucher == 4500 : withVoucher;

        int withoutVoucher = Invoices.toPay(new Order(2, 1990, null));
        assert withoutVoucher == 1990 : withoutVoucher;

        int nothing = Invoices.total(List.of());
        assert nothing == 0 : nothing;

        System.out.println("RunTests: 3 checks passed");
    }
}
