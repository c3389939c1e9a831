import { type Place, toPlace } from '../../place.ts';

// #0 /srv/a.php(12): App\A->f('x') · #1 [internal function]: f() · #2 {main}
const FRAME =
  /^\s*#\d+ (?:(?:(?<file>\S.{0,400}?)\((?<line>\d+)\)|\[internal function\]): ?(?<name>[^(]{0,600})|\{main\})/;

export function frameOf(text: string): Place | 'main' | undefined {
  const groups = text.includes('#') ? FRAME.exec(text.slice(0, 1200))?.groups : undefined;
  return groups && (groups['name'] === undefined ? 'main' : toPlace(groups));
}
