import { type Place, placeBy, toPlace } from '../../place.ts';

const FRAMES = [
  // from /srv/a.rb:3:in `f' · app/a.rb:3:in 'A#f' · a.rb:3:in `block in f' · from a.rb:3
  /^\s*(?:from |(?=.*:in ))(?<file>(?:[A-Za-z]:)?[^\s:][^:]{0,400}|<internal:[^>]{1,200}>):(?<line>\d+)(?::in ['`‘"]?(?<name>[^'`’"]{1,300})['’`"]?)?$/,
  // sum at /srv/app/cart.rb:3 — JRuby's
  /^\s+(?<name>\S{1,200}) at (?<file>\S{1,400}\.rb):(?<line>\d+)$/,
];
// a.rb:3:in `f': message
const HEAD =
  /^\s*(?<file>(?:[A-Za-z]:)?[^\s:][^:]{0,400}|<internal:[^>]{1,200}>):(?<line>\d+):in ['`‘"](?<name>[^'`’"]{1,300})['’`"]: (?<rest>.*)$/;

export const frameOf = (text: string) =>
  /:in |^\s*from |\.rb:\d+$/.test(text) ? placeBy(FRAMES, text.slice(0, 900)) : undefined;

/** The place that a head names for the error itself; `rest` is its message. */
export function headFrame(text: string): (Place & { rest: string }) | undefined {
  const groups = text.includes(':in ') ? HEAD.exec(text.slice(0, 4000))?.groups : undefined;
  return groups && { ...toPlace(groups), rest: groups['rest'] ?? '' };
}
