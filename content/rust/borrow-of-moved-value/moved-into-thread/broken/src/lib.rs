use std::thread;

/// Adds up the cents of two halves of a day's payments, each in a thread of its own.
pub fn total(payments: Vec<u64>) -> u64 {
    let half = payments.len() / 2;

    let morning = thread::spawn(move || payments[..half].iter().sum::<u64>());
    let evening = payments[half..].iter().sum::<u64>();

    morning.join().expect("the thread adds numbers only") + evening
}
