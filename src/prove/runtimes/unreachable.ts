/**
 * Returns the words by which a package tool says that this machine, not a lock, is at fault: no registry answers, or the
 * disk is full. Returns undefined when it says nothing of the kind.
 */
export function unreachableReason(output: string): string | undefined {
  return WORDS.exec(output)?.[0];
}

const WORDS = new RegExp(
  [
    // pip
    'NewConnectionError',
    'Max retries exceeded',
    'ProxyError',
    'ConnectTimeout',
    'ReadTimeout',
    '50[234] Server Error',
    // npm
    'EAI_AGAIN',
    'ENOTFOUND',
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
    'ENETUNREACH',
    String.raw`\bE50[234]\b`,
    // Maven
    'Unknown host',
    'UnknownHostException',
    'status code: 50[234]',
    // Cargo
    'Could not resolve host',
    "Couldn't resolve host",
    // Go
    'no such host',
    'i/o timeout',
    'TLS handshake timeout',
    // apt
    "Could not resolve '",
    'Temporary failure (?:in name resolution|resolving)',
    'Name or service not known',
    // the system
    'Network is unreachable',
    'No route to host',
    'Connection (?:refused|timed out|reset)',
    'No space left on device',
    'ENOSPC',
  ].join('|'),
  'i',
);
