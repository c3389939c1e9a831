#[derive(Debug)]
enum Problem {
    #[allow(dead_code)]
    OutOfStock { product: String, wanted: u32 },
}

fn reserve(product: &str, wanted: u32) -> Result<(), Problem> {
    Err(Problem::OutOfStock { product: product.to_owned(), wanted })
}

fn main() -> Result<(), Problem> {
    reserve("pen", 3)
}
