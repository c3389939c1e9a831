use std::thread;

/// Adds up the cents of two halves of a day's payments, each in a thread of its own.
pub fn total(payments: Vec<u64>) -> u64 {
    let (first, second) = payments.split_at(payments.len() / 2);

    thread::scope(|scope| {
        let morning = scope.spawn(|| first.iter().sum::<u64>());
        let evening = second.iter().sum::<u64>();

        morning.join().expect("the thread adds numbers only") + evening
    })
}
