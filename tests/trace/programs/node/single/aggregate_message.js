function check(field, value) {
  if (!value) return new TypeError(`${field} is required`);
  return undefined;
}

function validate(order) {
  const problems = Object.entries(order).map(([field, value]) => check(field, value)).filter(Boolean);
  if (problems.length > 0) throw new AggregateError(problems, 'order is not valid');
}

validate({ name: '', number: 7, mail: null });
