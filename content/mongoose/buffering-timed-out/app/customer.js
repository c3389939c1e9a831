import mongoose from 'mongoose';

const schema = new mongoose.Schema({ email: String, name: String });

export const Customer = mongoose.model('Customer', schema);
