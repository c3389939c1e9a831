/** Writes invoices. */
class InvoiceService {
    private TaxRepository taxRepository;

    /** Called once at the start, when the application is put together. */
    void setTaxRepository(TaxRepository taxRepository) {
        this.taxRepository = taxRepository;
    }

    int total(int cents, String country) {
        return cents + cents * taxRepository.percentOf(country) / 100;
    }
}
