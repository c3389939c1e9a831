const products = { 7: { price: 12 } };
console.log(process.versions.node.split('.')[0], products[7].price);
console.log(products[8].price);
