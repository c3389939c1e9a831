fn short(text: &str) -> &str {
    &text[..2]
}

fn main() {
    println!("{}", short("aé"));
}
