import { type Origin, originOfFile } from '../../origin.ts';
import { matchLocation } from '../../location.ts';

const FRAMES = [
  //     (shop 0.1.0) lib/shop.ex:3: Shop.total/1 ·     lib/shop.ex:3: Shop.total/1 ·     (stdlib 4.2) lists.erl:1: :lists.map/2
  /^\s*(?:\((?<app>[\w.]{1,400})(?: [\w.+-]{1,80})?\) )?(?<file>[^\s:]{1,400}\.(?:exs?|erl|eex|heex|leex|hrl|yrl)):(?<line>\d+): (?<name>.{1,400})$/,
  //     (elixir 1.14) Enum.map/2 without a file · :erlang.div(1, 0)
  /^\s*(?:\((?<app>[\w.]{1,400})(?: [\w.+-]{1,80})?\) )?(?<name>:?[\w.]{1,400}[.:][\w!?]{1,400}(?:\/\d+|\(.{0,400}\)))$/,
];

/** Reads the line of a frame, or says that it is none. */
export const parseElixirFrame = (text: string) => matchLocation(FRAMES, text, originOfCall);

const RUNTIME = /^(?:elixir|stdlib|kernel|erts|mix|ex_unit|iex|logger|compiler|eex|crypto|ssl|inets)$/;
const LIBRARIES =
  /^(?:(?:phoenix|ecto|plug)\w*|cowboy|ranch|db_connection|postgrex|bandit|thousand_island|telemetry|absinthe|oban|jason|finch|tesla|req|mint|broadway|gen_stage|swoosh)$/;

/** Whose code a call is: by the application that it names, else by its file. */
function originOfCall({ app, file }: { [group: string]: string | undefined }): Origin {
  if (app === undefined)
    return file === undefined ? { origin: 'runtime', package: 'elixir' } : originOfFile(file);
  return {
    origin: RUNTIME.test(app)
      ? 'runtime'
      : LIBRARIES.test(app) || file?.startsWith('deps/')
        ? 'library'
        : 'app',
    package: app,
  };
}
