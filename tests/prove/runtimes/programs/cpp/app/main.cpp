#include <iostream>
#include <string>

int main() {
  std::string price = 12;
  std::cout << price << total << '\n';
}
