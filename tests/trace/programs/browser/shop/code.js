class OutOfStock extends Error {
  name = 'OutOfStock';
  code = 'STOCK_EMPTY';
}

Object.defineProperty(window, 'cart', {
  get() {
    throw new OutOfStock('lamp is sold out\nask for it again on Monday');
  },
});

Promise.resolve().then(() => window.cart.lines);
Promise.reject({ status: 503 });
Promise.reject('session is over');
