import { type Reading, single } from '../../format.ts';
import type { Line } from '../../line.ts';

// What hosts and their tools say of what they cannot do, in a line; the group is the message.
const SAID: [RegExp, language?: string][] = [
  // curl: (7) Failed to connect to localhost port 80 · E: Unable to locate package ngin
  [
    /^(?:curl: (?=\(\d+\) )|E: (?=Unable to |Could ?n[o']t |Failed to |Sub-process |The (?:repository|package|method) |Package '|Version '|Some index|dpkg was ))(.{4,600})$/,
  ],
  // ssh: connect to host a port 22: Connection refused · ann@a: Permission denied (publickey).
  [
    /^(?:ssh: )?((?:connect to host|Could not resolve hostname) \S.{3,300}|\S{1,100}@\S{1,100}: Permission denied \(.{1,200}\)\.?)$/,
  ],
  // error: failed to push some refs to 'a' · error: pathspec 'b' did not match any file(s) known to git
  [
    /^error: ((?:failed to push some refs to|pathspec '|src refspec|Your local changes to|could not apply) ?.{2,300})$/,
  ],
  // ./deploy.sh: line 9: REGION: unbound variable
  [
    /^(?:\S{1,200}): line \d+: (\S.{0,200}: (?:command not found|No such file or directory|Permission denied|unbound variable|ambiguous redirect|bad substitution|Is a directory|\w+ expression expected|unary operator expected)|syntax error.{0,200})$/,
  ],
  // nginx: [emerg] unknown directive "servr" · [error] 30#30: *1 connect() failed (111: Connection refused) …
  [
    /^(?:nginx: \[emerg\] |\[(?:emerg|alert|crit|error)\] \d+#\d+: (?:\*\d+ )?)((?!FastCGI sent in stderr: "PHP).{4,2000})$/,
  ],
  // An error occurred (AccessDenied) when calling the PutObject operation: Access Denied · ERROR: (gcloud.run.deploy) text
  [
    /^(?:ERROR: (?=\(gcloud\.)|aws: \[ERROR\]: )?((?:\(gcloud\.|An error occurred \(\w+\) when calling the ).{4,600})$/,
  ],
  // Error from server (NotFound): pods "web" not found · error: error validating "web.yaml": text
  [
    /^(?:Error from server(?: \(\w+\))?: |error: (?=error validating|the server doesn't have|no matches for|You must be logged in|context ")|Unable to connect to the server: |Error: (?=(?:INSTALLATION|UPGRADE|UNINSTALL) FAILED))(.{3,900})$/,
    'kubernetes',
  ],
  [/^(The connection to the server \S+ was refused.{0,100})$/, 'kubernetes'],
  // yaml: line 7: mapping values are not allowed in this context · validating /srv/compose.yml: services.web … must be …
  [/^(yaml: line \d+: .{3,200})$/, 'docker'],
  [/^validating \S{1,300}\.ya?ml: (.{3,300})$/, 'docker'],
];

export function readSaid(lines: Line[], from: number, text: string): Reading | undefined {
  for (const [pattern, language = 'shell'] of SAID) {
    const message = pattern.exec(text)?.[1];
    // git quotes what ssh said above its own word.
    if (
      message === undefined ||
      lines.slice(from + 1, from + 3).some((line) => line.text.startsWith('fatal: '))
    )
      continue;
    return single(lines, from, from + 1, { language, type: 'error', message });
  }
  return undefined;
}
