import java.io.IOException;

public class CauseOnly {
    public static void main(String[] args) {
        try {
            read();
        } catch (IOException problem) {
            throw new RuntimeException(problem);
        }
    }

    static void read() throws IOException {
        throw new IOException("disk /dev/sdb1: read error");
    }
}
