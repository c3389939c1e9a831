function compute(formula) {
  return new Function('row', `return ${formula};`)({ price: 4 });
}

try {
  [1].forEach(() => compute('row.price * rate'));
} catch (error) {
  print(`${error}\n${error.stack}`);
}
eval('compute("row.tax.rate")');
