fn main() {
    let fees = shop::read_fees("NO 490\nCH 990\n");
    for country in ["NO", "SE"] {
        println!("{}", shop::quote(&fees, country));
    }
}
