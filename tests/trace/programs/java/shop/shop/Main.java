package shop;

public class Main {
    public static void main(String[] args) {
        new PriceService(new FileStore("/srv/data/missing/prices.csv")).start();
    }
}
