export function Payment({ error }) {
  if (error) return <p role="alert">{error}</p>;
  return <p>Thank you.</p>;
}
