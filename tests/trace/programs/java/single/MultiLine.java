public class MultiLine {
    static class TemplateException extends RuntimeException {
        TemplateException(String message) {
            super(message);
        }
    }

    static void render(String name) {
        throw new TemplateException("template " + name + " is broken\n\tat fake.Place.here(Place.java:1)\nCaused by: nothing of this");
    }

    public static void main(String[] args) {
        render("invoice");
    }
}
