fn main() {
    let payments = vec![1250, 890, 4900, 1999];
    println!("{} cents taken", shop::total(payments));
}
