export interface MailServer {
  host: string;
  port: number;
}

export function mailServer(): MailServer {
  return {
    host: process.env.SMTP_HOST,
    port: Number(process.env.SMTP_PORT ?? 25),
  };
}
