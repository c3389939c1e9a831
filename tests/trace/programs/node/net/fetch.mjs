async function price(product) {
  const answer = await fetch(`http://127.0.0.1:47612/prices/${product}`);
  return answer.json();
}

await price('pen');
