import mongoose from 'mongoose';

export async function connect(url) {
  await mongoose.connect(url);
}
