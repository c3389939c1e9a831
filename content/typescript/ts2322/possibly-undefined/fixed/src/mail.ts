export interface MailServer {
  host: string;
  port: number;
}

export function mailServer(): MailServer {
  const host = process.env.SMTP_HOST;
  if (!host) throw new Error('SMTP_HOST is not set.');
  return {
    host,
    port: Number(process.env.SMTP_PORT ?? 25),
  };
}
