use smallvec::SmallVec;

fn main() {
    let mut prices: SmallVec<[u32; 4]> = SmallVec::new();
    prices.push(2);
    prices.remove(1);
}
