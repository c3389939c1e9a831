/** Run with assertions on: java -ea */
final class RunTests {
    public static void main(String[] arguments) throws Exception {
        PriceList prices = new PriceList();
        for (int number = 0; number < 1000; number++) {
            prices.put("article " + number, 1);
        }
        Thread writer = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                prices.put("offer", 1);
                prices.remove("offer");
            }
        });
        writer.setDaemon(true);
        writer.start();

        long end = System.nanoTime() + 2_000_000_000L;
        while (System.nanoTime() < end) {
            int total = prices.total();
            assert total == 1000 || total == 1001 : total;
        }
        writer.interrupt();

        System.out.println("1 check passed, many times");
    }
}
