#include <stdlib.h>
#include <string.h>

static char *copy(const char *text) {
    char *result = malloc(strlen(text));
    strcpy(result, text);
    return result;
}

int main(void) {
    free(copy("a name"));
}
