fn depth(level: u64) -> u64 {
    let values = [level; 512];
    1 + depth(level + 1) + values[3]
}

fn main() {
    println!("{}", depth(0));
}
