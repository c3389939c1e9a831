import mongoose from 'mongoose';
import { Customer } from './customer.js';
import { connect } from './database.js';

await connect(process.env.MONGODB_URL);
console.log('Connected to MongoDB');

await Customer.create({ email: 'mia@shop.example', name: 'Mia' });
const customer = await Customer.findOne({ email: 'mia@shop.example' });
console.log(`Hello ${customer.name}`);
await mongoose.disconnect();
