#include <stdio.h>

struct account {
    const char *owner;
};

static char initial(const struct account *account) {
    return account->owner[0];
}

int main(void) {
    struct account *account = NULL;
    printf("%c\n", initial(account));
}
