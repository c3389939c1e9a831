fn total(prices: &[u32]) -> u32 {
    prices.iter().sum()
}

fn main() {
    assert_eq!(total(&[1, 2]), 4, "the total of the basket");
}
