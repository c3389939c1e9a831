use std::collections::HashMap;

/// Reads lines such as "NO 490": a country, and what a parcel to it costs in cents.
pub fn read_fees(text: &str) -> HashMap<String, u32> {
    text.lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(country, cents)| Some((country.to_string(), cents.parse().ok()?)))
        .collect()
}

/// What the customer reads about a delivery to a country.
pub fn quote(fees: &HashMap<String, u32>, country: &str) -> String {
    let Some(cents) = fees.get(country) else {
        return format!("{country}: no delivery");
    };
    format!("{country}: {cents} cents")
}
