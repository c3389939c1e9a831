int total(int count);

int main(void) {
    return total(3);
}
