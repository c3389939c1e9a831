use shop::{Order, confirmation};

#[test]
fn greets_the_customer_and_lists_the_articles() {
    let order = Order { number: 7, customer: "Omar".into(), articles: vec!["chair".into()] };
    assert_eq!(confirmation(order), "Dear Omar,\nOrder 7: chair");
}
