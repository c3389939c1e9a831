fn main() {
    let prices = HashMap::new();
    let file = files::open("prices.csv");
}
