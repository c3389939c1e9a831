import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

public class Threads {
    static int price(String product) {
        return Integer.parseInt(product);
    }

    public static void main(String[] args) throws Exception {
        Thread thread = new Thread(() -> price("12a"), "price reader 1");
        thread.start();
        thread.join();
        var pool = Executors.newFixedThreadPool(1);
        try {
            pool.submit(() -> new int[] {1, 2}[price("2")]).get();
        } finally {
            pool.shutdown();
        }
    }
}
