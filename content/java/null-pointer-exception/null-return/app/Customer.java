/** Somebody with an account. */
record Customer(String email, String name) {}
