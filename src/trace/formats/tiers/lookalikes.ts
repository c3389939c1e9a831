// Traces whose frames look like those of V8.
export { bundler } from '../javascript/bundler.ts';
export { firefoxSafari } from '../javascript/firefox-safari.ts';
export { dotnet } from '../dotnet.ts';
