import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

const SHELL_ERRORS = [
  '(?:command )?not found',
  'No such file or directory',
  'Permission denied',
  'unbound variable',
  'ambiguous redirect',
  'bad substitution',
  'Is a directory',
  '(?:\\w+ expression|unary operator) expected',
];

/** Errors of sh, bash and zsh themselves. */
export const posixShell: Format = {
  id: 'posix-shell',
  language: languages.shell,
  triggers: ['sh: ', ': line '],
  lineStarts: { inside: ['(?:ba|da|z)?sh: (?:line )?\\d+: '] },
  logTriggers: ['not found', 'ermission denied'],
  parse: patternTable([
    // bash: line 1: shopctl: command not found · sh: 1: tool: not found · ./deploy.sh: line 9: REGION: unbound variable
    [
      new RegExp(
        `^(?:(?:\\S{0,80}/)?(?:bash|sh|zsh|dash|ash|ksh): (?:(?:line )?\\d+: )?|\\S{1,400}: line \\d+: )(?<message>\\S.{0,400}: (?:${SHELL_ERRORS.join('|')})|command not found: \\S+|syntax error.{0,400})$`,
      ),
    ],
  ]),
};
