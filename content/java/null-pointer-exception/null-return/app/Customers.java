import java.util.List;

/** The shop's customers. */
class Customers {
    private final List<Customer> all;

    Customers(List<Customer> all) {
        this.all = all;
    }

    /** Returns the customer with this address, or null. */
    Customer findByEmail(String email) {
        for (Customer customer : all) {
            if (customer.email().equalsIgnoreCase(email)) {
                return customer;
            }
        }
        return null;
    }
}
