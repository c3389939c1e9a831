import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sells, and tells its listeners. */
class Till {
    private final List<SaleListener> listeners = new CopyOnWriteArrayList<>();

    void listen(SaleListener listener) {
        listeners.add(listener);
    }

    void forget(SaleListener listener) {
        listeners.remove(listener);
    }

    void sell(String article) {
        listeners.forEach(listener -> listener.sold(article));
    }
}
