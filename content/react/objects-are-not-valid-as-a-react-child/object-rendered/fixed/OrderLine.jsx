export function OrderLine({ line }) {
  const { amount, currency } = line.price;
  return (
    <p>
      {line.article}: {amount} {currency}
    </p>
  );
}
