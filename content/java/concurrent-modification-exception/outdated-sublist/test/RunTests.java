import java.util.List;

/** Run with assertions on: java -ea */
final class RunTests {
    public static void main(String[] arguments) {
        Queue queue = new Queue();
        queue.add("7");
        List<String> next = queue.next(2);
        queue.add("8");

        assert next.equals(List.of("7")) : next;
        assert queue.next(2).equals(List.of("7", "8"));

        System.out.println("2 checks passed");
    }
}
