fn main() -> anyhow::Result<()> {
    anyhow::bail!("no product was given\nusage: price PRODUCT")
}
