pub fn of(product: &str) -> u32 {
    let prices = vec![("pen", 2)];
    let first = &prices[0];
    drop(prices);
    if first.0 == product { first.1 } else { "none" }
}
