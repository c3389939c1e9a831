import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class Main {
    public static void main(String[] arguments) throws Exception {
        PriceList prices = new PriceList();
        for (int number = 0; number < 1000; number++) {
            prices.put("article " + number, 100);
        }
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> offers = pool.submit(() -> changeOffers(prices));
            Future<Integer> report = pool.submit(() -> highestTotal(prices));
            System.out.println("Highest total: " + report.get());
            offers.get();
        } finally {
            pool.shutdownNow();
        }
    }

    /** Puts an offer into the list and takes it out again, for three seconds. */
    private static void changeOffers(PriceList prices) {
        long end = System.nanoTime() + 3_000_000_000L;
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            prices.put("offer", 50);
            prices.remove("offer");
        }
    }

    /** Adds the prices up again and again, for two seconds. */
    private static int highestTotal(PriceList prices) {
        long end = System.nanoTime() + 2_000_000_000L;
        int highest = 0;
        while (System.nanoTime() < end) {
            highest = Math.max(highest, prices.total());
        }
        return highest;
    }
}
