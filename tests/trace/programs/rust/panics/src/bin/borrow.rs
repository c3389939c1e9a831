use std::cell::RefCell;

fn main() {
    let prices = RefCell::new(vec![1, 2]);
    let first = prices.borrow();
    prices.borrow_mut().push(first[0]);
}
