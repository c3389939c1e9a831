/// The lines of a packing list.
fn packing_list(items: Vec<String>) -> String {
    items.iter().map(|item| format!("- {item}\n")).collect()
}

/// The mail that a customer gets.
pub fn confirm(order: u32, items: Vec<String>) -> String {
    let list = packing_list(items);
    format!("Order {order}: {} items\n{list}", items.len())
}
