import java.util.List;

/** Adds up what customers owe. */
final class Invoices {
    static int toPay(Order order) {
        int discount = order.discount();
        return order.cents() * (100 - discount) / 100;
    }

    static int total(List<Order> orders) {
        int cents = 0;
        for (Order order : orders) {
            cents += toPay(order);
        }
        return cents;
    }

    public static void main(String[] arguments) {
        List<Order> orders = List.of(new Order(1041, 5000, 10), new Order(1042, 1990, null));
        System.out.println("To pay: " + total(orders) + " cents");
    }
}
