/** Wants to know what was sold. */
interface SaleListener {
    void sold(String article);
}
