/**
 * Masks long runs of letters and digits that no person wrote: hexadecimal from 32 on, base64 and the like from 24 on.
 * UUIDs stay: they name a thing, and open none. Names of classes and paths stay.
 */
export function redactLongSecrets(text: string): string {
  return text.replace(/(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,}={0,2}/g, (run) =>
    isSecret(run) ? '‹secret›' : run,
  );
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function isSecret(run: string): boolean {
  if (UUID.test(run)) return false;
  if (run.split(/[^0-9a-f]/i).some((part) => part.length >= 32)) return true;
  const groups = run.match(/\d+/g)?.length ?? 0;
  const isMixed = /[a-z]/.test(run) && /[A-Z]/.test(run) && !run.includes('/');
  return groups >= (isMixed ? 2 : 4);
}
