#include <stdlib.h>

static void *session(void) {
    return malloc(64);
}

int main(void) {
    void *one = session();
    one = NULL;
    return one != NULL;
}
