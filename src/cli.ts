#!/usr/bin/env node
import { Command } from 'commander';

/** The command line: each command is a file in `commands/`, loaded when it is asked for. */
const program = new Command('tracebook')
  .description('A static site generator for error guides, each one proved by running its code.')
  .exitOverride()
  .showHelpAfterError();

program
  .command('match')
  .description('Name the guide and the cause for every error in a file or in standard input.')
  .argument('[files...]', 'logs or traces of any size; standard input when none is given')
  .option('--json', 'print one JSON object a file, one a line')
  .addHelpText('after', '\nExit code: 0 every error has a guide, 1 some has none, 2 bad use.')
  .action(async (files: string[], options: { json?: boolean }) => {
    const { match } = await import('./commands/match.ts');
    process.exitCode = await match(files, options);
  });

program
  .command('prove')
  .description('Run the code of guides and compare it with what is recorded.')
  .argument('[selection]', 'FRAMEWORK[/GUIDE[/CAUSE]]; all of them when none is given')
  .option('--update', 'write trace.txt and proof.json')
  .action(async (selection: string | undefined, options: { update?: boolean }) => {
    const { prove } = await import('./commands/prove.ts');
    process.exitCode = await prove(selection, options);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Error && 'exitCode' in error)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
