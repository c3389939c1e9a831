public class Overflow {
    static int depth(int level) {
        return depth(level + 1) + 1;
    }

    public static void main(String[] args) {
        depth(0);
    }
}
