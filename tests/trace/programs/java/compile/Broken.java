import java.util.List;

public class Broken {
    public static void main(String[] args) {
        List<String> names = List.of("pen");
        int count = names.size() + offset;
        String first = names.get(0).lenght();
    }
}
