import java.util.List;

/** Run with assertions on: java -ea */
final class RunTests {
    public static void main(String[] arguments) {
        WarehouseDesk desk = WarehouseDesk.open(List.of("1041", "1042"));

        assert desk.notes().equals(List.of("pack 1041", "pack 1042")) : desk.notes();

        System.out.println("RunTests: 1 check passed");
    }
}
