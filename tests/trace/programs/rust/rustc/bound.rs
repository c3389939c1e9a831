struct Product;

fn show(value: impl std::fmt::Display) {
    println!("{value}");
}

fn main() {
    show(Product);
}
