#include <stdio.h>

struct product {
    const char *name;
    int price;
};

int total(struct product *products, int count) {
    int sum = 0;
    for (int place = 0; place < count; place++) sum += products[place].prize;
    return sum
}

int main(void) {
    printf("%d\n", totals(NULL, 0));
}
