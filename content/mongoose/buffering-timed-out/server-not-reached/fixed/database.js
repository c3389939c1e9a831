import mongoose from 'mongoose';

const url = process.env.MONGODB_URL ?? 'mongodb://127.0.0.1:27017/app';

export async function connect() {
  await mongoose.connect(url, { serverSelectionTimeoutMS: 5000 });
}
