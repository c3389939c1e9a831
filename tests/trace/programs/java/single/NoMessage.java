import java.util.ArrayList;
import java.util.List;

public class NoMessage {
    static void removeEmpty(List<String> names) {
        for (String name : names) {
            if (name.isEmpty()) names.remove(name);
        }
    }

    public static void main(String[] args) {
        removeEmpty(new ArrayList<>(List.of("", "ink", "pen", "pad")));
    }
}
