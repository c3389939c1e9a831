#[test]
fn only_what_runs_low_is_listed() {
    let stock = vec![("lamp".to_string(), 2), ("bulb".to_string(), 40)];

    assert_eq!(shop::reorder(stock, 5), "1 of 2 articles: lamp");
}
