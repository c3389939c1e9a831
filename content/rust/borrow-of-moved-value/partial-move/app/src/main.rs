use shop::{Order, confirmation};

fn main() {
    let order = Order {
        number: 1042,
        customer: "Ada".to_string(),
        articles: vec!["kettle".to_string(), "lamp".to_string()],
    };
    println!("{}", confirmation(order));
}
