fn main() {
    let names = ["ada", "bob"];
    let found = names.iter().find(|name| name.starts_with('z'));
    println!("{}", found.expect("there must be a name with z"));
}
