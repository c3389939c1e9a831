struct Shelf {
    products: Vec<&'static str>,
}

impl Shelf {
    fn take(&self, place: usize) -> &str {
        self.products[place]
    }
}

fn main() {
    let shelf = Shelf { products: vec!["pen", "ink"] };
    println!("{}", shelf.take(5));
}
