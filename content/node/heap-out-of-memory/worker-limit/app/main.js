import { Worker } from 'node:worker_threads';

const worker = new Worker(new URL('./importer.js', import.meta.url), {
  resourceLimits: { maxOldGenerationSizeMb: 32 },
});
worker.on('message', ({ orders, total }) => console.log(`Imported ${orders} orders, ${total} EUR.`));
