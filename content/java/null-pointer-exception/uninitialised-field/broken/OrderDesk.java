import java.util.ArrayList;
import java.util.List;

/** Takes orders and notes for each who has to be told. */
class OrderDesk {
    OrderDesk(List<String> orders) {
        for (String order : orders) {
            take(order);
        }
    }

    /** Subclasses decide what happens with an order. */
    void take(String order) {}
}

/** Tells the warehouse of each order. */
final class WarehouseDesk extends OrderDesk {
    private final List<String> notes = new ArrayList<>();

    private WarehouseDesk(List<String> orders) {
        super(orders);
    }

    static WarehouseDesk open(List<String> orders) {
        return new WarehouseDesk(orders);
    }

    @Override
    void take(String order) {
        notes.add("pack " + order);
    }

    List<String> notes() {
        return notes;
    }

    public static void main(String[] arguments) {
        System.out.println(WarehouseDesk.open(List.of("1041", "1042")).notes());
    }
}
