fn remaining(stock: u32, wanted: u32) -> u32 {
    stock - wanted
}

fn main() {
    let wanted = std::env::args().count() as u32 + 1;
    println!("{}", remaining(1, wanted));
}
