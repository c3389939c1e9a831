import type { MatchFramework } from '../match/types.ts';
import { normalise, type FoundPackages } from './find-packages.ts';
import type { Ecosystem } from './types.ts';

/** The languages, as traces name them, that a project with such a lock is written in. */
const LANGUAGES: Record<Ecosystem, string[]> = {
  npm: ['javascript', 'typescript'],
  pypi: ['python'],
  go: ['go'],
  cargo: ['rust'],
  gem: ['ruby'],
  composer: ['php'],
  maven: ['java', 'kotlin', 'scala', 'groovy', 'clojure'],
};
/** Languages whose own guides count only where their package is locked. */
const OWN_PACKAGE: Record<string, string> = { typescript: 'typescript' };
/** Their locks hold more than one language, and most are written in the first. */
const isMain = (ecosystem: Ecosystem, language: string) => LANGUAGES[ecosystem][0] === language;

/** The frameworks that a project uses: those with a package of theirs first, then languages. */
export function chooseFrameworks(
  frameworks: MatchFramework[],
  { packages }: Pick<FoundPackages, 'packages'>,
): MatchFramework[] {
  const byPackage = frameworks.filter(
    ({ language, packages: own }) =>
      own.length > 0 &&
      [...packages].some(([ecosystem, names]) => hasPackage(own, language, ecosystem, names)),
  );
  const byLanguage = frameworks.filter(
    ({ language, packages: own }) =>
      own.length === 0 &&
      [...packages].some(([ecosystem, names]) =>
        OWN_PACKAGE[language] === undefined
          ? isMain(ecosystem, language)
          : LANGUAGES[ecosystem].includes(language) && names.has(OWN_PACKAGE[language]),
      ),
  );
  return [...byPackage, ...byLanguage];
}

/** Whether a name is one of a framework's packages, or below it: `org.springframework.boot:spring-boot-starter`. */
function hasPackage(own: string[], language: string, ecosystem: Ecosystem, names: Set<string>): boolean {
  // A server such as Redis has clients in every ecosystem.
  const isOfServer = !Object.values(LANGUAGES).some((languages) => languages.includes(language));
  if (!isOfServer && !LANGUAGES[ecosystem].includes(language)) return false;
  return own.some((one) => {
    const wanted = normalise(one, ecosystem);
    return [...names].some(
      (name) => name === wanted || (name.startsWith(wanted) && /^[.:/]/.test(name.slice(wanted.length))),
    );
  });
}
