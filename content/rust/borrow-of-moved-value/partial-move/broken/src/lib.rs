/// What somebody ordered.
pub struct Order {
    pub number: u32,
    pub customer: String,
    pub articles: Vec<String>,
}

fn summary(order: &Order) -> String {
    format!("Order {}: {}", order.number, order.articles.join(", "))
}

/// The mail that confirms an order.
pub fn confirmation(order: Order) -> String {
    let customer = order.customer;
    format!("Dear {customer},\n{}", summary(&order))
}
