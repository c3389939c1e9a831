import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

public class SuppressedAndCause {
    static class Upload implements Closeable {
        void run() throws IOException {
            throw new IOException("disk is full");
        }

        @Override
        public void close() throws IOException {
            throw new IOException("close failed", new InterruptedException());
        }
    }

    static void upload() {
        try (Upload upload = new Upload()) {
            upload.run();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public static void main(String[] args) {
        upload();
    }
}
