import mongoose from 'mongoose';
import { connect } from './database.js';
import { shop } from './shop.js';

await connect();
shop.listen(4126, '127.0.0.1', async () => {
  console.log('The shop is listening on http://127.0.0.1:4126');
  const { status } = await fetch('http://127.0.0.1:4126/');
  console.log(`GET / ${status}`);
  shop.close();
  if (status === 200) await mongoose.disconnect();
  else process.exitCode = 1;
});
