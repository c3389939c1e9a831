public class Circular {
    public static void main(String[] args) {
        RuntimeException first = new RuntimeException("first");
        RuntimeException second = new RuntimeException("second", first);
        first.initCause(second);
        throw second;
    }
}
