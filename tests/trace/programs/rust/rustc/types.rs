struct Product {
    price: u32,
}

fn main() {
    let pen = Product { price: "2" };
    let total: u64 = pen.price;
    println!("{total}");
}
