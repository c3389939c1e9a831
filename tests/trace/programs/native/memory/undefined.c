#include <limits.h>
#include <stdio.h>

static int next(int value) {
    return value + 1;
}

static int part(int value, int shift) {
    return value << shift;
}

int main(int argc, char **argv) {
    (void)argv;
    printf("%d\n", next(INT_MAX - 1 + argc));
    printf("%d\n", part(1, 31 + argc));
}
