import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PricesTest {
  @Test
  void knowsPears() {
    assertEquals(3, Prices.of("pear"));
  }
}
