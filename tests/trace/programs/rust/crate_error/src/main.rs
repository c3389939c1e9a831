mod prices;

fn main() {
    let unused = 1;
    println!("{}", prices::of("pen"));
}
