#include "missing/prices.h"

int main(void) {
    return 0;
}
