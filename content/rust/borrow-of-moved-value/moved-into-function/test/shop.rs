#[test]
fn the_mail_counts_and_lists_the_items() {
    let items = vec!["lamp".to_string(), "bulb".to_string()];

    assert_eq!(shop::confirm(7, items), "Order 7: 2 items\n- lamp\n- bulb\n");
}
