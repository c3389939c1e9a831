const { z } = require('zod');

const Order = z.object({ number: z.number(), mail: z.email() });

Order.parse({ number: '7', mail: 'nobody' });
