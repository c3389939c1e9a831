import java.util.ArrayList;
import java.util.List;

/** Orders that wait for packing, the oldest first. */
class Queue {
    private final List<String> orders = new ArrayList<>();

    void add(String order) {
        orders.add(order);
    }

    /** The next orders to pack. */
    List<String> next(int count) {
        return List.copyOf(orders.subList(0, Math.min(count, orders.size())));
    }

    public static void main(String[] arguments) {
        Queue queue = new Queue();
        queue.add("1041");
        queue.add("1042");
        List<String> next = queue.next(2);
        queue.add("1043");
        System.out.println("Packing " + next);
    }
}
