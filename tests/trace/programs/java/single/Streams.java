import java.util.List;
import java.util.Optional;

public class Streams {
    public static void main(String[] args) {
        List.of("pen", "ink").stream().map(Streams::find).forEach(System.out::println);
    }

    static Integer find(String name) {
        return Optional.ofNullable(name.equals("pen") ? 2 : null).orElseThrow();
    }
}
