use std::thread;

fn main() {
    let worker = thread::Builder::new()
        .name("resize-2".to_owned())
        .spawn(|| "12a".parse::<u32>().unwrap())
        .unwrap();
    worker.join().unwrap();
}
