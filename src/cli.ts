#!/usr/bin/env node
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { AgentsOptions } from './commands/agents-md.ts';
import { keepCode } from './files/code-cache.ts';
import { packageVersion, sitePlaces, type PlaceOptions } from './files/places.ts';
import type { MatchOptions } from './commands/match.ts';
import type { McpOptions } from './commands/mcp.ts';
import type { ProveFlags } from './commands/prove.ts';

/** The command line: each command is a file in `commands/`, loaded when it is asked for. */
const program = new Command('tracebook')
  .description('A static site generator for error guides, each one proved by running its code.')
  .version(packageVersion())
  .exitOverride()
  .configureOutput({ outputError: () => {} });

const content = (command: Command) =>
  command.option('--content <folder>', 'the folder of the content', 'content');

const contentAndOut = (command: Command) =>
  content(command).option('--out <folder>', 'the folder of the built site', 'dist');

const address = (command: Command, port: number) =>
  command
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on', portNumber, port);

const matching = (command: Command) =>
  content(command)
    .addOption(
      new Option('--format <format>', 'how it is told')
        .choices(['text', 'json', 'github', 'gitlab', 'sarif', 'junit', 'markdown'])
        .default('text'),
    )
    .option('--index <place>', "a content folder, a built site, its index.json, or a site's address")
    .addOption(
      new Option('--min-confidence <confidence>', 'leave out guides that fit less surely')
        .choices(['exact', 'likely', 'possible'])
        .default('possible'),
    )
    .option('--max <count>', 'report at most this many errors', wholeNumber)
    .option('--output <file>', 'write the report to a file');

address(contentAndOut(program.command('start')), 4321)
  .description('Build the site and serve that build.')
  .action(async (options: PlaceOptions & { host: string; port: number }) => {
    const places = sitePlaces(options);
    keepCode(places);
    const { start } = await import('./commands/site.ts');
    process.exitCode = await start(places, options);
  });

address(content(program.command('dev')), 4322)
  .description('Serve the site for authors: changes show without a restart.')
  .action(async (options: PlaceOptions & { host: string; port: number }) => {
    const { dev } = await import('./commands/dev.ts');
    process.exitCode = await dev(sitePlaces(options), options);
  });

contentAndOut(program.command('build'))
  .description('Build the site into its folder.')
  .action(async (options: PlaceOptions) => {
    const places = sitePlaces(options);
    keepCode(places);
    const { build } = await import('./commands/site.ts');
    process.exitCode = await build(places);
  });

content(program.command('init'))
  .description('Make a new site here: content/ with one proved guide, a workflow, and a page for agents.')
  .action(async (options: PlaceOptions) => {
    const { init } = await import('./commands/init.ts');
    process.exitCode = await init(sitePlaces(options));
  });

content(program.command('check'))
  .description('Check the content without running its code.')
  .action(async (options: PlaceOptions) => {
    const places = sitePlaces(options);
    keepCode(places);
    const { check } = await import('./commands/site.ts');
    process.exitCode = await check(places);
  });

matching(program.command('match'))
  .description('Name the guide and the cause for every error in a file or in standard input.')
  .argument('[files...]', 'logs or traces of any size; standard input when none is given, and for "-"')
  .option('--json', 'the same as --format json')
  .option('--tee', 'show standard input as it comes, and the guides at its end')
  .addHelpText(
    'after',
    '\nExit code: 0 every error has a guide, 1 some has none, 2 bad use or a file that cannot be read.',
  )
  .action(
    async (
      files: string[],
      { json, ...options }: MatchOptions & PlaceOptions & { json?: boolean },
      command: Command,
    ) => {
      if (json && options.format !== 'json' && command.getOptionValueSource('format') === 'cli')
        command.error(
          `--json means --format json, and --format ${options.format} is given. Leave out one of them.`,
        );
      if (options.tee && files.length > 0)
        command.error('--tee shows standard input, and files are given. Leave out one of them.');
      const { match } = await import('./commands/match.ts');
      const format = json ? 'json' : options.format;
      process.exitCode = await match(files, { ...options, format }, sitePlaces(options));
    },
  );

matching(program.command('run'))
  .description('Run a command, and name the guides for the errors that it prints.')
  .argument('<command...>', 'the command and its arguments, after "--"')
  .addHelpText('after', "\nExit code: the command's own; 2 bad use, 126 or 127 when it cannot be run.")
  .action(async (command: [string, ...string[]], options: MatchOptions & PlaceOptions) => {
    const { runCommand } = await import('./commands/run.ts');
    process.exitCode = await runCommand(command, options, sitePlaces(options));
  });

content(program.command('mcp'))
  .description('Serve the guides to agents by the Model Context Protocol, on standard input and output.')
  .option('--index <place>', "a content folder, a built site, its index.json, or a site's address")
  .option('--http', 'serve HTTP on the loopback address instead')
  .option('--port <port>', 'port to listen on', portNumber, 4323)
  .action(async (options: McpOptions & PlaceOptions) => {
    const { mcp } = await import('./commands/mcp.ts');
    process.exitCode = await mcp(options, sitePlaces(options));
  });

content(program.command('agents-md'))
  .description("Print a block for a project's AGENTS.md: the guides to what its lock files name.")
  .option('--index <place>', "a content folder, a built site, its index.json, or a site's address")
  .option('--folder <folder>', 'the project whose lock files are read', '.')
  .addHelpText('after', '\nExit code: 0 printed, 1 no guide is about the project, 2 bad use.')
  .action(async (options: AgentsOptions & PlaceOptions) => {
    const { agentsMd } = await import('./commands/agents-md.ts');
    process.exitCode = await agentsMd(options, sitePlaces(options));
  });

content(program.command('hosts'))
  .description('Print what a host must be told to serve the site: headers, redirects, Markdown by request.')
  .addArgument(
    new Argument('<host>', 'where the site is served').choices([
      'nginx',
      'apache',
      'cloudflare',
      'netlify',
      's3-cloudfront',
      'github-pages',
    ]),
  )
  .option('--write <folder>', 'write the files into a folder')
  .action(async (name: string, options: { write?: string } & PlaceOptions) => {
    const { host } = await import('./commands/hosts.ts');
    process.exitCode = await host(name, options, sitePlaces(options));
  });

content(program.command('prove'))
  .description('Run the code of guides and compare it with what is recorded.')
  .argument('[selection]', 'FRAMEWORK[/GUIDE[/CAUSE]][@ENVIRONMENT]; all of them when none is given')
  .option('--setup', 'install the toolchains and servers that are missing, say what was done, and exit')
  .option('--update', 'write the records; an equal output renews the date only')
  .option('--changed [revision]', 'prove what differs from a commit (HEAD~1)')
  .option('--since <days>', 'prove what was recorded more than so many days ago', wholeNumber)
  .option('--budget <seconds>', 'begin nothing after this time; the oldest records come first', wholeNumber)
  .option('--jobs <count>', 'how many runs go at once', wholeNumber)
  .addHelpText(
    'after',
    '\nWith --changed and --budget the changed ones come first, then the oldest.\nExit code: 0 all proved, 1 something failed or nothing was proved, 2 bad use, 130 interrupted.',
  )
  .action(async (selection: string | undefined, options: ProveFlags & PlaceOptions) => {
    const { prove } = await import('./commands/prove.ts');
    process.exitCode = await prove(selection, options, sitePlaces(options));
  });

content(program.command('new'))
  .description('Write the folder of a new guide; its checks lead through what is left to do.')
  .argument('<guide>', 'FRAMEWORK/GUIDE, both as they stand in the address')
  .option('--causes <ids>', 'its causes, separated by commas', 'first-cause')
  .option('--from <file>', 'a file with a pasted trace, whose facts are filled in; "-" for standard input')
  .action(async (guide: string, options: PlaceOptions & { causes: string; from?: string }) => {
    const { newGuide } = await import('./commands/new.ts');
    process.exitCode = await newGuide(guide, options, sitePlaces(options).content);
  });

// `npm run match … | head`: who no longer reads has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
  // Help that was asked for is no error, and has been shown.
  if (error.code !== 'commander.help' && error.exitCode !== 0) process.stderr.write(`${usageError(error)}\n`);
}

/** What is wrong with the arguments, in one line, and where to read what is right. */
function usageError({ message }: CommanderError): string {
  const text = message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*\((.+)\)/, '. $1')
    .replace(/[^.?]$/, '$&.');
  const command = program.commands.map((known) => known.name()).find((name) => name === process.argv[2]);
  const help = ['npx tracebook', command, '--help'].filter(Boolean).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} See "${help}".`;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('Expected a whole number greater than 0.');
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new InvalidArgumentError('Expected a whole number from 0 to 65535.');
}
