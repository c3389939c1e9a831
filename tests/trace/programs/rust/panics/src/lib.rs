pub fn discount(price: u32) -> u32 {
    100 / (price - 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves() {
        assert_eq!(discount(5), 51);
    }

    #[test]
    fn nothing() {
        assert_eq!(discount(3), 0);
    }
}
