export function OrderLine({ line }) {
  return (
    <p>
      {line.article}: {line.price}
    </p>
  );
}
