import { patternTable } from '../../pattern-table.ts';

/** What hosts and their tools say of what they cannot do, in a line. */
export const parseHostTools = patternTable([
  // curl: (7) Failed to connect to localhost port 80 · E: Unable to locate package ngin
  [
    /^(?:curl: (?=\(\d+\) )|E: (?=(?:Unable|Could|Couldn't|Failed|Sub-process|The|Package|Version|Some|dpkg) ))(?<message>.{4,600})$/,
  ],
  // ssh: connect to host a port 22: Connection refused · ann@a: Permission denied (publickey).
  [
    /^(?:ssh: )?(?<message>(?:connect to host|Could not resolve hostname) \S.{3,300}|\S{1,100}@\S{1,100}: Permission denied \(.{1,200}\)\.?)$/,
  ],
  // error: failed to push some refs to 'a' · error: pathspec 'b' did not match any file(s) known to git
  [
    /^error: (?<message>(?:failed to push some refs to|pathspec '|src refspec|Your local changes to|could not apply) ?.{2,300})$/,
  ],
  // nginx: [emerg] unknown directive "servr" · [error] 30#30: *1 connect() failed (111: Connection refused) …
  [
    /^(?:nginx: \[emerg\] |\[(?:emerg|alert|crit|error)\] \d+#\d+: (?:\*\d+ )?)(?<message>(?!FastCGI sent in stderr: "PHP).{4,2000})$/,
  ],
  // An error occurred (AccessDenied) when calling the PutObject operation: Access Denied · ERROR: (gcloud.run.deploy) text
  [
    /^(?:ERROR: (?=\(gcloud\.)|aws: \[ERROR\]: )?(?<message>(?:\(gcloud\.|An error occurred \(\w+\) when calling the ).{4,600})$/,
  ],
  // Error from server (NotFound): pods "web" not found · error: error validating "web.yaml": text
  [
    /^(?:Error from server(?: \(\w+\))?: |error: (?=error validating|the server doesn't have|no matches for|You must be logged in|context ")|Unable to connect to the server: |Error: (?=(?:INSTALLATION|UPGRADE|UNINSTALL) FAILED)|(?=The connection to the server \S+ was refused))(?<message>.{3,900})$/,
    { language: 'kubernetes' },
  ],
  // shop.py: error: the following arguments are required: --port
  [
    /^\S{1,80}: error: (?<message>(?:the following arguments are required|unrecognized arguments|argument |ambiguous option|invalid choice).{1,300})$/,
    { language: 'python' },
  ],
  // ERROR:    Error loading ASGI app. Could not import module "shop".
  [/^(?:ERROR: +)?(?<message>Error loading ASGI app\. .+)$/, { language: 'python' }],
  // python3: No module named shop · python3: can't open file '/srv/shop.py': [Errno 2] No such file or directory
  [
    /^\S{0,80}python[\d.]*(?:\.exe)?: (?<message>(?:No module named|can't open file) .{1,300})$/,
    { language: 'python' },
  ],
  [/^\S{0,80}node(?:\.exe)?: (?<message>bad option: .{1,200})$/, { language: 'javascript' }],
  // yaml: line 7: mapping values are not allowed in this context · validating /srv/compose.yml: services.web … must be …
  [/^(?:validating \S{1,300}\.ya?ml: |(?=yaml: line \d+: ))(?<message>.{3,300})$/, { language: 'docker' }],
]);
