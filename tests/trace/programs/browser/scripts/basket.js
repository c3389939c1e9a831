function price(line) {
  return line.item.price;
}

function total(lines) {
  return lines.map((line) => price(line)).reduce((sum, amount) => sum + amount, 0);
}

total([{ item: { price: 4 } }, {}]);
