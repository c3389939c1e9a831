#[test]
fn both_halves_are_added() {
    assert_eq!(shop::total(vec![1, 20, 300]), 321);
}

#[test]
fn no_payments_are_no_cents() {
    assert_eq!(shop::total(Vec::new()), 0);
}
