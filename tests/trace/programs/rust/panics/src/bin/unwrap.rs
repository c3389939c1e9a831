use std::collections::HashMap;
use std::fs;

fn settings(path: &str) -> HashMap<String, String> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter_map(|line| line.split_once('=')).map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

fn main() {
    println!("{:?}", settings("settings.ini").get("port"));
}
