async function* rows(count) {
  for (let row = 0; row < count; row++) yield row;
}

async function sum() {
  let all = 0n;
  for await (const row of rows(2)) all += row;
  return all;
}

sum().catch((error) => postMessage(String(error.stack).includes(String(error)) ? error.stack : `${error}\n${error.stack}`));
