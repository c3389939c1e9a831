fn main() {
    let items = vec!["lamp".to_string(), "bulb".to_string()];
    println!("{}", shop::confirm(1041, items));
}
