namespace shop {
struct OutOfStock {
    int wanted;
};
}

int main() {
    throw shop::OutOfStock{3};
}
