import mongoose from 'mongoose';

const url = 'mongodb://127.0.0.1:27018/app';

export function connect() {
  mongoose.connect(url).catch((error) => console.error(`No connection: ${error}`));
}
