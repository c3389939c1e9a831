import java.util.List;

public class ClassCast {
    @SuppressWarnings("unchecked")
    public static void main(String[] args) {
        List<Object> values = List.of(1, "two");
        for (Integer value : (List<Integer>) (List<?>) values) System.out.println(value + 1);
    }
}
