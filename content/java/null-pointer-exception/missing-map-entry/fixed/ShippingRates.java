import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What a parcel costs, by country. */
final class ShippingRates {
    private final Map<String, BigDecimal> perKilogram =
            Map.of("DE", new BigDecimal("1.20"), "FR", new BigDecimal("1.45"), "PL", new BigDecimal("1.10"));

    /** Empty for a country that the shop does not ship to. */
    Optional<BigDecimal> cost(String country, int kilograms) {
        return Optional.ofNullable(perKilogram.get(country))
                .map(rate -> rate.multiply(BigDecimal.valueOf(kilograms)));
    }
}
