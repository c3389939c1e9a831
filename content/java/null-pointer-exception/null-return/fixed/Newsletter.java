import java.util.List;

/** Greets the people who subscribed. */
class Newsletter {
    private final Customers customers;

    Newsletter(Customers customers) {
        this.customers = customers;
    }

    String greeting(String email) {
        Customer customer = customers.findByEmail(email);
        return customer == null ? "Hello," : "Dear " + customer.name() + ",";
    }

    public static void main(String[] arguments) {
        Newsletter newsletter = new Newsletter(new Customers(List.of(new Customer("ada@example.com", "Ada"))));
        for (String email : List.of("ada@example.com", "visitor@example.com")) {
            System.out.println(newsletter.greeting(email));
        }
    }
}
