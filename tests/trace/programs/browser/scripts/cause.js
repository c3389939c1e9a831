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
  print(`${error}\n${error.stack}\nCaused by: ${error.cause}\n${error.cause.stack}`);
}
