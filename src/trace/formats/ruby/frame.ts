import { type Location, matchLocation, toLocation } from '../../location.ts';

const FRAMES = [
  // from /srv/a.rb:3:in `f' · app/a.rb:3:in 'A#f' · a.rb:3:in `block in f' · from a.rb:3
  /^\s*(?:from |(?=\S.*:in ))(?<file>(?:[A-Za-z]:)?[^\s:][^:]{0,400}|<internal:[^>]{1,400}>):(?<line>\d+)(?::in ?['`‘"]?(?<name>[^'`’"]{1,400})['’`"]?)?$/,
  //     sum at /srv/app/cart.rb:3
  /^\s+(?<name>\S{1,400}) at (?<file>\S{1,400}\.rb):(?<line>\d+)$/,
];
export const parseRubyFrame = (text: string) =>
  /:in |^\s*from |\.rb:\d+$/.test(text) ? matchLocation(FRAMES, text) : undefined;

// bin/rails:4
const LOCATIONS = [/^\s*(?<file>[^\s:][^:]{0,400}):(?<line>\d+)$/];

/** A place without a method, which is a frame where one follows. */
export const placeInside = (text: string, next = '') =>
  parseRubyFrame(next) === undefined ? undefined : matchLocation(LOCATIONS, text);

/** A frame below the head that names the first. */
export const parseFromFrame = (text: string) => (/^\s*from /.test(text) ? parseRubyFrame(text) : undefined);

// a.rb:3:in `f': message (ArgumentError) · a.rb:3:in `f': ArgumentError · a.rb:3:in `f': unhandled exception
const HEAD =
  /^\s*(?<file>(?:[A-Za-z]:)?[^\s:][^:]{0,400}|<internal:[^>]{1,400}>):(?<line>\d+):in ?['`‘"](?<name>[^'`’"]{1,400})['’`"]: (?:(?<message>.*?) ?\((?<type>[A-Z][\w:]{0,400})\)|(?<alone>[A-Z]\w*(?:::[A-Z]\w*)*)|unhandled exception)$/;

/** An error's type and the first line of its message, with the place that the same line names. */
export function parseRubyHeader(
  text: string,
): { type: string; message: string; place: Location } | undefined {
  const groups = text.includes(':in') ? HEAD.exec(text.slice(0, 4000))?.groups : undefined;
  if (groups === undefined) return undefined;
  const { type, alone, message = '' } = groups;
  return { type: type ?? alone ?? 'RuntimeError', message, place: toLocation(groups) };
}
