/** Takes orders over from the old shop. */
class OrderImport {
    private final InvoiceService invoices = new InvoiceService();

    String row(String number, int cents, String country) {
        return number + ";" + invoices.total(cents, country);
    }

    public static void main(String[] arguments) {
        System.out.println(new OrderImport().row("1042", 20000, "NO"));
    }
}
