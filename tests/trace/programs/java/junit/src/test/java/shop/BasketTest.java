package shop;

import org.junit.jupiter.api.Test;

class BasketTest {
    @Test
    void addsNothing() {
        new Basket().add("pen", 0);
    }
}
