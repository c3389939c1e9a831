export function Delivery({ day }) {
  return <p>It arrives on {day}.</p>;
}
