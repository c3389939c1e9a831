const orders = ['7;TB-100;2', '8;TB-101;1'];

const rows = orders.map((line) => line.split(';'));
console.log(`Imported ${rows.length} orders.`);
