import java.util.Map;

public class HelpfulNull {
    record Owner(String name) {}

    record Account(Owner owner) {}

    static String ownerName(Map<String, Account> accounts, String key) {
        return accounts.get(key).owner().name().trim();
    }

    public static void main(String[] args) {
        System.out.println(ownerName(Map.of("a", new Account(null)), "a"));
    }
}
