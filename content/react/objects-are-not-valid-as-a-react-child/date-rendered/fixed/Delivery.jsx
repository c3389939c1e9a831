const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export function Delivery({ day }) {
  return <p>It arrives on {format.format(day)}.</p>;
}
