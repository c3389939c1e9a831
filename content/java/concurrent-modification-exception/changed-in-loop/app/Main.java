import java.util.List;

final class Main {
    public static void main(String[] arguments) {
        Basket basket = new Basket(List.of("kettle", "lamp (sold out)", "chair", "cup"));
        basket.removeSoldOut();
        System.out.println(basket.articles());
    }
}
