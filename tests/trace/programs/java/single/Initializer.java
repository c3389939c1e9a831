public class Initializer {
    static class Settings {
        static final int PORT = Integer.parseInt(System.getProperty("port"));
    }

    public static void main(String[] args) {
        System.out.println(Settings.PORT);
    }
}
