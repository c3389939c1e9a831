/** Masks IPv4, IPv6 and hardware addresses. This machine's own, `127.0.0.1` and `::1`, says nothing and stays. */
export function redactAddresses(text: string): string {
  return text
    .replace(/(?<![\d.])(?<!\bVersion=)\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)/g, maskFour)
    .replace(/(?<![\p{L}\p{N}_:])[0-9a-f:]{3,40}(?![\p{L}\p{N}_:])/giu, maskSix);
}

function maskFour(address: string): string {
  const parts = address.split('.').map(Number);
  const stays = parts[0] === 127 || parts.every((part) => part === 0) || parts.some((part) => part > 255);
  return stays ? address : '‹address›';
}

function maskSix(text: string): string {
  const end = /[^:]:$/.test(text) ? text.length - 1 : text.length;
  const address = text.slice(0, end);
  return isSix(address) || isHardware(address) ? `‹address›${text.slice(end)}` : text;
}

/** Eight groups, or fewer with one `::` for the rest; `dead::beef` without a digit may be a name. */
function isSix(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2 || !/\d/.test(address) || address === '::1') return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length > 0 && groups.length < 8 : groups.length === 8;
}

const isHardware = (address: string) => /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/i.test(address);
