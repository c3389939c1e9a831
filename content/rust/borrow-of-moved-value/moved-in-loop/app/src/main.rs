fn main() {
    let stock = vec![("lamp".to_string(), 2), ("bulb".to_string(), 40), ("shade".to_string(), 0)];
    println!("{}", shop::reorder(stock, 5));
}
