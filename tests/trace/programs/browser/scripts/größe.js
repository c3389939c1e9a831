export function prüfe(zahl) {
  if (zahl > 9) throw new RangeError(`Größe ${zahl} ist zu groß`);
  return zahl;
}
