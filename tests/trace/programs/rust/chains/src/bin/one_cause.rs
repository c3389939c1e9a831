use anyhow::{Context, Result};

fn read(path: &str) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("could not read {path}"))
}

fn main() -> Result<()> {
    println!("{}", read("prices.json")?);
    Ok(())
}
