#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static void release(struct node *node) {
    free(node);
}

static int sum(struct node *node) {
    int total = 0;
    for (; node; node = node->next) total += node->value;
    return total;
}

int main(void) {
    struct node *head = calloc(1, sizeof *head);
    release(head);
    printf("%d\n", sum(head));
}
