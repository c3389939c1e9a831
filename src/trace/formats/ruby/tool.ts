import { patternTable } from '../../pattern-table.ts';

/** What Bundler, Rake, gem, Jekyll and CocoaPods say of what they cannot do. */
export const parseTool = patternTable([
  // Could not find gem 'rails (~> 9.0)' in rubygems repository … · Don't know how to build task 'db:migrat'
  [
    /^(?<message>(?:Could not find gem '|Bundler could not find compatible versions for |Don't know how to build task ').{1,400})$/,
  ],
  // An error occurred while installing pg (1.5.4), and Bundler cannot continue.
  [
    /^(?<message>An error occurred while (?:installing|loading|fetching) \S.{0,400}, and Bundler (?:cannot|can't)(?: |\n)continue\.?)/,
    {
      lineCount: 2,
      linesBelow: /^(?:Make sure that `gem install|succeeds before bundling)/,
      refersTo: 'previous',
    },
  ],
  // ERROR:  Error installing pg:
  // 	ERROR: Failed to build gem native extension.
  [/^ERROR: {1,2}Error installing \S+:\n(?:ERROR: {1,2})?(?<message>.+)$/, { lineCount: 2 }],
  // ERROR:  Could not find a valid gem 'nope' (>= 0) in any repository
  [
    /^ERROR: {1,2}(?<message>(?:Could not find a valid gem|Failed to build gem native extension|While executing gem) ?.{1,400})$/,
  ],
  // ruby: No such file or directory -- cart.rb (LoadError)
  [/^ruby: (?<message>.{1,400}) \((?<type>LoadError)\)$/],
  // Liquid Exception: Unknown tag 'includ' in /_layouts/default.html
  [/^Liquid Exception: (?<message>.{1,400}?)(?: in \/?[\w./-]{1,400})?$/],
  // [!] CocoaPods could not find compatible versions for pod "A": · [!] Exit status: 65
  [
    /^\[!\] (?<message>(?:CocoaPods|Unable to|Invalid `|No podspec|Exit status|Could not|The version of CocoaPods) ?.{1,400})$/,
  ],
]);
