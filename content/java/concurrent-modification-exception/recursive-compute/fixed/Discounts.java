import java.util.HashMap;
import java.util.Map;

/** Percent off, by category. A category has its own or that of the one above it. */
class Discounts {
    private static final Map<String, String> ABOVE = Map.of("mugs", "cups", "cups", "kitchen");
    private static final Map<String, Integer> OWN = Map.of("kitchen", 15);

    private final Map<String, Integer> known = new HashMap<>();

    int of(String category) {
        Integer percent = known.get(category);
        if (percent == null) {
            percent = lookUp(category);
            known.put(category, percent);
        }
        return percent;
    }

    private int lookUp(String category) {
        Integer own = OWN.get(category);
        if (own != null) {
            return own;
        }
        String above = ABOVE.get(category);
        return above == null ? 0 : of(above);
    }

    public static void main(String[] arguments) {
        System.out.println("mugs: " + new Discounts().of("mugs") + " % off");
    }
}
