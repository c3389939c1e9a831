#include <stdlib.h>

static void close_file(char *buffer) {
    free(buffer);
}

int main(void) {
    char *buffer = malloc(16);
    close_file(buffer);
    close_file(buffer);
}
