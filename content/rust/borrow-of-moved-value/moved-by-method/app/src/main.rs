fn main() {
    println!("{}", shop::receipt(3900, Some("SPRING".to_string())));
    println!("{}", shop::receipt(3900, None));
}
