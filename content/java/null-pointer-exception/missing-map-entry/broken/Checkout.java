import java.math.BigDecimal;

/** Works out what a customer pays. */
final class Checkout {
    private final ShippingRates rates = new ShippingRates();

    record Order(int number, String country, int kilograms) {}

    String shipping(Order order) {
        try {
            BigDecimal cost = rates.cost(order.country(), order.kilograms());
            return "EUR " + cost;
        } catch (RuntimeException exception) {
            throw new IllegalStateException("Order " + order.number() + " cannot be shipped", exception);
        }
    }

    public static void main(String[] arguments) {
        Checkout checkout = new Checkout();
        System.out.println(checkout.shipping(new Order(1041, "DE", 3)));
        System.out.println(checkout.shipping(new Order(1042, "CH", 2)));
    }
}
