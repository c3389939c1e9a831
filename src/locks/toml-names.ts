/** Names of the `[[package]]` tables that lock files in TOML consist of; `name` stands first in each. */
export function tomlNames(text: string): string[] {
  return [...text.matchAll(/^\[\[package\]\]\r?\nname = "([^"\n]+)"/gm)].map(([, name]) => name!);
}
