#include <stdlib.h>

int main(void) {
  int *prices = malloc(2 * sizeof *prices);
  prices[2] = 3;
  free(prices);
}
