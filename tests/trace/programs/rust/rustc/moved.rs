fn count(names: Vec<String>) -> usize {
    names.len()
}

fn main() {
    let names = vec!["ada".to_owned()];
    println!("{}", count(names));
    println!("{}", names.len());
}
