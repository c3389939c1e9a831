#include <thread>

static int counter = 0;

static void add() {
    ++counter;
}

int main() {
    std::thread one(add);
    std::thread two(add);
    one.join();
    two.join();
}
