#include <stdio.h>
#include <string.h>

static void greet(const char *name) {
    char text[8];
    strcpy(text, name);
    puts(text);
}

int main(void) {
    greet("a name that is much too long for this");
}
