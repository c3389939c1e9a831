export function Payment({ error }) {
  if (error) return <p role="alert">{error.message}</p>;
  return <p>Thank you.</p>;
}
