#[test]
fn a_country_with_a_fee_is_quoted() {
    let fees = shop::read_fees("NO 490\n");

    assert_eq!(shop::quote(&fees, "NO"), "NO: 490 cents");
}

#[test]
fn a_country_without_a_fee_gets_no_delivery() {
    let fees = shop::read_fees("NO 490\nSE free\n");

    assert_eq!(shop::quote(&fees, "SE"), "SE: no delivery");
    assert_eq!(shop::quote(&fees, "FI"), "FI: no delivery");
}
