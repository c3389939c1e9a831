public class Memory {
    public static void main(String[] args) {
        System.out.println(buffer(Integer.MAX_VALUE).length);
    }

    static long[] buffer(int size) {
        return new long[size];
    }
}
