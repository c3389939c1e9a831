import java.util.ArrayList;
import java.util.List;

/** Run with assertions on: java -ea */
final class RunTests {
    public static void main(String[] arguments) {
        List<String> heard = new ArrayList<>();
        Till till = new Till();
        till.listen(new SaleListener() {
            @Override
            public void sold(String article) {
                heard.add("once: " + article);
                till.forget(this);
            }
        });
        till.listen(heard::add);

        till.sell("cup");
        till.sell("chair");

        assert heard.equals(List.of("once: cup", "cup", "chair")) : heard;

        System.out.println("1 check passed");
    }
}
