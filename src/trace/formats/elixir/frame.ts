import type { Frame } from '../../types.ts';

//     (shop 0.1.0) lib/shop.ex:3: Shop.total/1 ·     lib/shop.ex:3: Shop.total/1 ·     (stdlib 4.2) lists.erl:1: :lists.map/2
const FRAME =
  /^\s*(?:\(([\w.]{1,100})(?: ([\w.+-]{1,60}))?\) )?([^\s:]{1,300}\.(?:exs?|erl|eex|heex|leex|hrl|yrl)):(\d+): (.{1,400})$/;
//     (elixir 1.14) Enum.map/2 without a file · :erlang.div(1, 0)
const PLACELESS =
  /^\s*(?:\(([\w.]{1,100})(?: [\w.+-]{1,60})?\) )?(:?[\w.]{1,200}[.:][\w!?]{1,100}(?:\/\d+|\(.{0,300}\)))$/;

/** Reads the line of a frame, or says that it is none. */
export function frameOf(text: string): Omit<Frame, 'at'> | undefined {
  const short = text.slice(0, 1000);
  const match = FRAME.exec(short);
  if (match?.[3] !== undefined) {
    return {
      file: match[3],
      line: Number(match[4]),
      function: match[5] ?? '',
      ...origin(match[1], match[3]),
    };
  }
  const bare = PLACELESS.exec(short);
  return bare?.[2] === undefined ? undefined : { function: bare[2], ...origin(bare[1] ?? 'elixir', '') };
}

const RUNTIME = new Set([
  'elixir',
  'stdlib',
  'kernel',
  'erts',
  'mix',
  'ex_unit',
  'iex',
  'logger',
  'compiler',
  'eex',
  'crypto',
  'ssl',
  'inets',
]);

function origin(app: string | undefined, file: string): Pick<Frame, 'origin' | 'package'> {
  if (app === undefined)
    return file.startsWith('deps/')
      ? { origin: 'library', package: file.split('/')[1] ?? '' }
      : { origin: 'app' };
  if (RUNTIME.has(app)) return { origin: 'runtime', package: app };
  return /^deps\/|^(?:phoenix|ecto|ecto_sql|plug|plug_cowboy|cowboy|ranch|db_connection|postgrex|bandit|thousand_island|telemetry|absinthe|oban|jason|finch|tesla|req|mint|broadway|gen_stage|phoenix_live_view|swoosh)$/.test(
    file.startsWith('deps/') ? file : app,
  )
    ? { origin: 'library', package: app }
    : { origin: 'app', package: app };
}
