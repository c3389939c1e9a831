import type { Format } from '../../format.ts';
import { bundler } from '../javascript/bundler.ts';
import { firefoxSafari } from '../javascript/firefox-safari.ts';
import { dotnet } from '../dotnet.ts';

/** Traces whose frames look like those of V8. */
export const lookalikes: Format[] = [bundler, dotnet, firefoxSafari];
