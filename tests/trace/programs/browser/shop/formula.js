function compute(formula) {
  return new Function('row', `return ${formula};`)({ price: 4 });
}

function column(rows) {
  return rows.map((row) => compute(row));
}

try {
  column(['row.price * rate']);
} catch (error) {
  report(textOf(error));
}
eval('column(["row.tax.rate"])');
