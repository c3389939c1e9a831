import java.util.logging.Level;
import java.util.logging.Logger;

public class Logging {
    private static final Logger LOG = Logger.getLogger("shop.mail");

    static void send(String address) {
        if (!address.contains("@")) throw new IllegalArgumentException("no mail address: " + address);
        LOG.info("mail sent");
    }

    public static void main(String[] args) {
        for (String address : new String[] {"ada@example.org", "größe", "bob"}) {
            try {
                send(address);
            } catch (IllegalArgumentException problem) {
                LOG.log(Level.SEVERE, "Mail was not sent", problem);
            }
        }
    }
}
