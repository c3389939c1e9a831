import mongoose from 'mongoose';

export async function connect(url) {
  return await mongoose.createConnection(url).asPromise();
}
