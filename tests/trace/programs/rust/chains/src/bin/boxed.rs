use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let value: serde_json::Value = serde_json::from_str("{\"pen\": 1.5, \"ink\": }")?;
    println!("{value}");
    Ok(())
}
