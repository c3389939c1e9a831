function charge(card) {
  if (!card.number.startsWith('4')) throw new RangeError('card is not supported');
}

function pay(order) {
  try {
    charge(order.card);
  } catch (error) {
    throw new Error(`order ${order.id} was not paid`, { cause: error });
  }
}

try {
  pay({ id: 71, card: { number: '5100' } });
} catch (error) {
  let text = textOf(error);
  for (let cause = error.cause; cause; cause = cause.cause) text += `\nCaused by: ${textOf(cause)}`;
  report(text);
}
