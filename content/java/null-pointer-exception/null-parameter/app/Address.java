/** Where a parcel goes. The second line is null when the form had none. */
record Address(String name, String street, String extra) {}
