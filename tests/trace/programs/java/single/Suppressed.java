public class Suppressed {
    static class Connection implements AutoCloseable {
        void send(String text) {
            throw new IllegalArgumentException("text is too long: " + text.length());
        }

        @Override
        public void close() {
            try {
                flush();
            } catch (ArithmeticException problem) {
                throw new IllegalStateException("could not flush", problem);
            }
        }

        private int flush() {
            int buffers = 0;
            return 10 / buffers;
        }
    }

    public static void main(String[] args) {
        try (Connection connection = new Connection()) {
            connection.send("hello world");
        }
    }
}
