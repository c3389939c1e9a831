pub fn shop() {}
