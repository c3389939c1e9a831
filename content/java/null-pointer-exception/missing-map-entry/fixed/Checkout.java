/** Works out what a customer pays. */
final class Checkout {
    private final ShippingRates rates = new ShippingRates();

    record Order(int number, String country, int kilograms) {}

    String shipping(Order order) {
        return rates.cost(order.country(), order.kilograms())
                .map(cost -> "EUR " + cost)
                .orElse("not to " + order.country());
    }

    public static void main(String[] arguments) {
        Checkout checkout = new Checkout();
        System.out.println(checkout.shipping(new Order(1041, "DE", 3)));
        System.out.println(checkout.shipping(new Order(1042, "CH", 2)));
    }
}
