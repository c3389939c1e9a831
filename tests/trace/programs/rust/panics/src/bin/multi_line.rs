fn render(template: &str) {
    panic!("cannot render {template}\n   0: not::a::frame\n             at ./not/a/frame.rs:1:1\nGröße 数量 🚫");
}

fn main() {
    render("invoice");
}
