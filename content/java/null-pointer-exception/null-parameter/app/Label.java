/** The text on a parcel. */
class Label {
    static String of(String name, String street, String extra) {
        String label = name + "\n" + street;
        return extra.isBlank() ? label : label + "\n" + extra.strip();
    }
}
