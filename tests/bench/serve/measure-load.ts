import autocannon from 'autocannon';

/** Connections that ask at once, each for the next time when it has its answer. */
export const CONNECTIONS = 20;
/** Seconds for which one file is asked for. */
export const SECONDS = 3;

/** What a server did under load: requests a second, milliseconds in which 99 of 100 were answered, bytes of one body. */
export type Load = { requests: number; p99: number; bytes: number };

/**
 * Asks a server for one file as fast as it answers, for a few seconds.
 * @param coding the only one that the client accepts: `br`, `gzip` or `identity`
 * @throws Error when an answer is not 200, or has another coding
 */
export async function measureLoad(url: string, coding: string): Promise<Load> {
  const headers = { 'accept-encoding': coding };
  const response = await fetch(url, { headers });
  const sent = response.headers.get('content-encoding') ?? 'identity';
  if (response.status !== 200 || sent !== coding)
    throw new Error(`${url} answers ${response.status} with ${sent}, and 200 with ${coding} was expected.`);
  const bytes = Number(response.headers.get('content-length'));
  await response.arrayBuffer();

  const times: number[] = [];
  const options = { url, headers, connections: CONNECTIONS, duration: SECONDS };
  const { non2xx, errors, duration } = await new Promise<autocannon.Result>((resolve, reject) => {
    const load = autocannon(options, (error: Error | null, result) =>
      error ? reject(error) : resolve(result),
    );
    load.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  if (non2xx + errors > 0)
    throw new Error(`${url} failed ${non2xx + errors} of ${times.length + errors} times under load.`);
  times.sort((a, b) => a - b);
  return { requests: times.length / duration, p99: times[Math.floor(times.length * 0.99)]!, bytes };
}
