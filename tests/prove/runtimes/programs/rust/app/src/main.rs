fn main() {
    let prices: Vec<u32> = std::env::args().skip(1).map(|price| price.parse().unwrap()).collect();
    println!("{}", prices[3]);
}
