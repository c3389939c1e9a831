/** Writes invoices. */
class InvoiceService {
    private final TaxRepository taxRepository;

    InvoiceService(TaxRepository taxRepository) {
        this.taxRepository = taxRepository;
    }

    int total(int cents, String country) {
        return cents + cents * taxRepository.percentOf(country) / 100;
    }
}
