#include <assert.h>

static int half(int value) {
    assert(value % 2 == 0 && "value must be even");
    return value / 2;
}

int main(int argc, char **argv) {
    (void)argv;
    return half(argc);
}
