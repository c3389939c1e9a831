import { redactUrls } from './redact-urls.ts';
import { redactAddresses } from './redact-addresses.ts';
import { redactPairs } from './redact-pairs.ts';
import { redactLongSecrets } from './redact-long.ts';

/** One kind of fact that must not leave the page, and how it is masked. In the order in which they run. */
export const steps: { name: string; redact: (text: string) => string }[] = [
  { name: 'private keys', redact: privateKeys },
  { name: 'headers', redact: headers },
  { name: 'URLs', redact: redactUrls },
  { name: 'pairs', redact: redactPairs },
  { name: 'known tokens', redact: knownTokens },
  { name: 'e-mail addresses', redact: mail },
  { name: 'home folders', redact: homes },
  { name: 'network addresses', redact: redactAddresses },
  { name: 'long secrets', redact: redactLongSecrets },
];

/** Masking one thing may bring another to light; more rounds than this are not needed. */
const ROUNDS = 4;

/**
 * A text with all that looks like a secret or names a person or a machine replaced by what it was: `‹token›`, `‹e-mail›`.
 * Rather too much than too little. Linear in the text; what is redacted stays as it is when redacted again.
 */
export function redact(text: string): string {
  let result = text;
  for (let round = 0; round < ROUNDS; round++) {
    const before = result;
    for (const step of steps) result = step.redact(result);
    if (result === before) break;
  }
  return result;
}

/** `-----BEGIN RSA PRIVATE KEY-----` to its end; where the end is missing, all that follows. */
function privateKeys(text: string): string {
  return text.replace(
    /-----BEGIN [A-Z0-9 ]{1,60}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,60}-----|$)/g,
    '‹private-key›',
  );
}

/** `Authorization: …`, `Cookie: …` to the end of the line or of the quotes; `Bearer …` and `Basic …` anywhere. */
function headers(text: string): string {
  return text
    .replace(
      /\b((?:proxy-)?authorization|(?:set-)?cookie)(\\{0,4}["']?\s{0,4}(?:=>|[:=])\s{0,4}\\{0,4}["']?)[^\n"'\\]+/gi,
      '$1$2‹token›',
    )
    .replace(
      /\b(Bearer|Basic)\s{1,4}(?!(?:auth\w*|realm|tokens?|credentials?|access|scheme)\b)[\w.~+/=:-]{6,}/gi,
      '$1 ‹token›',
    );
}

/** Tokens whose first letters say what they are. */
const TOKENS = [
  // Amazon
  /\b(?:AKIA|ASIA|AROA|AIDA|AGPA|ANPA)[A-Z0-9]{12,}/g,
  // GitHub, GitLab
  /\b(?:gh[pousr]_|github_pat_|glpat-|gldt-)[\w-]{10,}/g,
  // Slack
  /\bx(?:ox[a-z]|app)-[\w-]{6,}/g,
  // Stripe
  /\b(?:[spr]k_(?:live|test)_|whsec_)\w{6,}/g,
  // Google
  /\b(?:AIza[\w-]{20,}|ya29\.[\w-]{10,})/g,
  // npm, PyPI, Docker, SendGrid, Shopify, DigitalOcean, Hugging Face
  /\b(?:npm_|pypi-|dckr_pat_|SG\.|shp(?:at|ca|pa|ss)_|do[opr]_v1_|hf_|sk-)[\w.-]{16,}/g,
  // JSON Web Tokens
  /\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g,
];

function knownTokens(text: string): string {
  return TOKENS.reduce((masked, pattern) => masked.replace(pattern, '‹token›'), text);
}

/** `jane.doe@example.org`, also with `%40`. A version, as in `lodash@4.17.21`, has no letters at its end. */
function mail(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]+(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/gu,
    '‹e-mail›',
  );
}

/** `/home/jane`, `/Users/jane`, `C:\Users\Jane Doe\`, `C:\\Users\\jane`. */
function homes(text: string): string {
  const folder = /((?:\/|\\{1,4})(?:home|Users)(?:\/|\\{1,4}))/.source;
  const name = /[^\\/\s"'<>:|*?]+/.source;
  const withBlanks = `${name}(?: ${name}){0,3}(?=[\\\\/])`;
  const bare = /[^\\/\s"'<>:|*?,;)]+/.source;
  return text.replace(new RegExp(`${folder}(?:${withBlanks}|${bare})`, 'gi'), '$1‹name›');
}
