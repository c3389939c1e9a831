package shop;

class PriceService {
    private final FileStore store;

    PriceService(FileStore store) {
        this.store = store;
    }

    void start() {
        try {
            store.load();
        } catch (StoreException problem) {
            throw new IllegalStateException("prices are not available", problem);
        }
    }
}
