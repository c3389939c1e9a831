/// The last lines of a receipt. A coupon takes ten percent off.
pub fn receipt(cents: u32, coupon: Option<String>) -> String {
    let code = coupon.unwrap_or_default();
    let to_pay = if coupon.is_some() { cents - cents / 10 } else { cents };
    format!("coupon: {code}\nto pay: {to_pay} cents")
}
