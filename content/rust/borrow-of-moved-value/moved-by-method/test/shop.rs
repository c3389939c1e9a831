use shop::receipt;

#[test]
fn a_coupon_is_named_and_taken_off() {
    assert_eq!(receipt(2000, Some("SPRING".into())), "coupon: SPRING\nto pay: 1800 cents");
}

#[test]
fn without_a_coupon_the_whole_price_is_paid() {
    assert_eq!(receipt(2000, None), "coupon: \nto pay: 2000 cents");
}
