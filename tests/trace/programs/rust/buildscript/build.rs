fn main() {
    println!("cargo:rerun-if-env-changed=SHOP_HOME");
    let home = std::env::var("SHOP_HOME").expect("SHOP_HOME must be set");
    println!("cargo:rustc-link-search={home}");
}
