import { Agent, fetch } from 'undici';

const patient = new Agent({ headersTimeout: 20 * 60_000 });

/** Asks the bookkeeping service for the report of a year, which takes it a while. */
export async function yearlyReport(bookkeeping, year) {
  const response = await fetch(`${bookkeeping}/reports/${year}`, { dispatcher: patient });
  return response.json();
}
