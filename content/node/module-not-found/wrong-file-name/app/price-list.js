exports.prices = { 'TB-100': 19, 'TB-101': 24 };
