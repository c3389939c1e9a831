import { type Reading, single } from '../../format.ts';
import type { Line } from '../../line.ts';

// What Bundler, Rake, gem, Jekyll and CocoaPods say of what they cannot do; the group is the message.
const SAID = [
  // Could not find gem 'rails (~> 9.0)' in rubygems repository … · Don't know how to build task 'db:migrat'
  /^\s*(Could not find gem '.{1,400}|Bundler could not find compatible versions for .{1,400}|Don't know how to build task '.{1,400})$/,
  // ERROR:  Could not find a valid gem 'nope' (>= 0) in any repository
  /^\s*ERROR: {1,2}((?:Could not find a valid gem|Failed to build gem native extension|While executing gem) ?.{1,400})$/,
  // Liquid Exception: Unknown tag 'includ' in /_layouts/default.html
  /^\s*Liquid Exception: (.{1,400}?)(?: in \/?[\w./-]{1,200})?$/,
  // [!] CocoaPods could not find compatible versions for pod "A": · [!] Exit status: 65
  /^\[!\] ((?:CocoaPods|Unable to|Invalid `|No podspec|Exit status|Could not|The version of CocoaPods) ?.{1,400})$/,
];

export function readTool(lines: Line[], from: number): Reading | undefined {
  const at = /^ERROR: {1,2}Error installing \S+:$/.test((lines[from] as Line).text.trim()) ? from + 1 : from;
  const text = (lines[at]?.text ?? '').slice(0, 600);
  for (const pattern of SAID) {
    const message = pattern.exec(text)?.[1];
    if (message !== undefined) return single(lines, from, at + 1, { type: 'error', message });
  }
  return undefined;
}
