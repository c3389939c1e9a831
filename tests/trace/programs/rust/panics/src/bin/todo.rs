trait Payment {
    fn pay(&self, amount: u32) -> bool;
}

struct Voucher;

impl Payment for Voucher {
    fn pay(&self, _amount: u32) -> bool {
        todo!("vouchers are not accepted yet")
    }
}

fn main() {
    let methods: Vec<Box<dyn Payment>> = vec![Box::new(Voucher)];
    println!("{}", methods.iter().all(|method| method.pay(3)));
}
