import java.util.List;

/** Prints the labels of the day. */
class Packing {
    static String label(Address address) {
        String extra = address.extra() == null ? "" : address.extra();
        return Label.of(address.name(), address.street(), extra);
    }

    public static void main(String[] arguments) {
        List<Address> addresses = List.of(
                new Address("Ada Brook", "Harbour 3", "2nd floor"),
                new Address("Omar Reyes", "Mill Lane 8", null));
        for (Address address : addresses) {
            System.out.println(label(address));
        }
    }
}
