import java.math.BigDecimal;
import java.util.Map;

/** What a parcel costs, by country. */
final class ShippingRates {
    private final Map<String, BigDecimal> perKilogram =
            Map.of("DE", new BigDecimal("1.20"), "FR", new BigDecimal("1.45"), "PL", new BigDecimal("1.10"));

    BigDecimal cost(String country, int kilograms) {
        return perKilogram.get(country).multiply(BigDecimal.valueOf(kilograms));
    }
}
