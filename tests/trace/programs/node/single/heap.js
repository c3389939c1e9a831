const rows = [];
for (let number = 0; ; number++) rows.push({ number, text: `row ${number}`.repeat(10) });
