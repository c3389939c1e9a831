// Node.js gives up on the headers of an answer after 300 seconds. For the proof, it does so after one.
const dispatcher = Symbol.for('undici.globalDispatcher.1');
await fetch('data:,');
const Agent = globalThis[dispatcher].constructor;
globalThis[dispatcher] = new Agent({ headersTimeout: 1_000 });
