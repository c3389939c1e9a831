use anyhow::{Context, Result};

fn port(text: &str) -> Result<u16> {
    text.parse().with_context(|| format!("port {text:?} is no number"))
}

fn start() -> Result<()> {
    let port = port("80a").context("settings are not valid")?;
    println!("{port}");
    Ok(())
}

fn main() -> Result<()> {
    start().context("the shop could not start")
}
