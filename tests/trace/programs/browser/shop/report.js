// What an error reporter sends: the stack, with the error itself above it where the engine leaves it out.
function textOf(error) {
  const head = String(error);
  const stack = error && error.stack;
  if (!stack) return head;
  return (stack.startsWith(head) ? stack : `${head}\n${stack}`).trimEnd();
}

const sent = [];

function report(text) {
  sent.push(fetch('/text', { method: 'POST', body: text }).catch(() => {}));
}

window.addEventListener('error', (event) =>
  report(event.error ? `Uncaught ${textOf(event.error)}` : `${event.message}\n    at ${event.filename}:${event.lineno}:${event.colno}`),
);
window.addEventListener('unhandledrejection', (event) => report(`Uncaught (in promise) ${textOf(event.reason)}`));
window.addEventListener('load', () =>
  setTimeout(async () => {
    await Promise.all(sent);
    await fetch('/end', { method: 'POST' });
  }, 1500),
);
