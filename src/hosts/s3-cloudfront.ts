import { prefersMarkdown, sourceOf, twinPath } from './negotiate.ts';
import { contentTypeOf, contentTypes, DEFAULT_CACHE, encodePath, headersByPath } from './rules.ts';
import type { Host, HostedSite } from './types.ts';

/** A bucket of S3 behind CloudFront, with two functions of its JavaScript 2.0, each below 10 kB. */
export const s3CloudFront: Host = {
  name: 'S3 and CloudFront',
  files: (site) => ({
    'viewer-request.js': viewerRequest(site),
    'viewer-response.js': viewerResponse(site),
  }),
  notes: ({ base }) => [
    `Copy dist/ to the bucket below ${base === '/' ? 'its root' : base.slice(1)}: aws s3 sync dist/ s3://BUCKET${base} --delete`,
    `Attach both functions to the behaviour for ${base}*; let the error document of 403 and 404 be ${base}404.html with the code 404, and switch compression on.`,
    'Short names (/e/…) lead on by their pages: a function has no room for a table of all.',
  ],
};

function viewerRequest({ base, redirects }: HostedSite): string {
  const own = redirects.filter(({ status }) => status === 301);
  const table = Object.fromEntries(own.map(({ from, to }) => [encodePath(from), encodePath(to)]));
  return `// Made by "tracebook hosts s3-cloudfront".
const BASE = ${JSON.stringify(base)};
const MOVED = ${JSON.stringify(table)};

function handler(event) {
  const request = event.request;
  const moved = MOVED[request.uri];
  if (moved) return redirect(moved);
  const accept = request.headers.accept ? request.headers.accept.value : '';
  const twin = prefersMarkdown(accept) ? twinPath(request.uri, BASE) : undefined;
  if (twin) request.uri = twin;
  else if (request.uri.slice(-1) === '/') request.uri += 'index.html';
  else if (request.uri.split('/').pop().indexOf('.') < 0) return redirect(request.uri.replace(/^\\/+/, '/') + '/');
  return request;
}

function redirect(to) {
  return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: to } } };
}

${sourceOf(prefersMarkdown)}

${sourceOf(twinPath)}
`;
}

function viewerResponse(site: HostedSite): string {
  const types = Object.fromEntries(
    Object.keys(contentTypes).map((ending) => [ending, contentTypeOf(`.${ending}`)]),
  );
  return `// Made by "tracebook hosts s3-cloudfront".
const RULES = ${JSON.stringify([...headersByPath(site)], null, 2)};
const TYPES = ${JSON.stringify(types, null, 2)};

function handler(event) {
  const path = event.request.uri;
  const response = event.response;
  const headers = response.headers;
  headers['cache-control'] = { value: ${JSON.stringify(DEFAULT_CACHE)} };
  const isFound = response.statusCode < 400;
  const type = TYPES[path.split('.').pop()];
  if (isFound && type && headers['content-type']) headers['content-type'] = { value: type };
  RULES.forEach((rule) => {
    const isBelow = rule[0].slice(-1) === '*' && path.indexOf(rule[0].slice(0, -1)) === 0;
    if (!isBelow && rule[0] !== path) return;
    Object.keys(rule[1]).forEach((name) => {
      if (name === 'Cache-Control' && !isFound) return;
      headers[name.toLowerCase()] = { value: rule[1][name] };
    });
  });
  const vary = headers.vary;
  if (vary && headers['content-encoding']) vary.value += ', Accept-Encoding';
  return response;
}
`;
}
