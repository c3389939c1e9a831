#include <map>
#include <string>

int main() {
    std::map<std::string, int> prices;
    int count = prices.lenght();
    std::string name = prices["pen"];
}
