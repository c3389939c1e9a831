/** Asks the bookkeeping service for the report of a year, which takes it a while. */
export async function yearlyReport(bookkeeping, year) {
  const response = await fetch(`${bookkeeping}/reports/${year}`);
  return response.json();
}
