const prices = {
  pen: 2
  ink: 5,
};
console.log(prices);
