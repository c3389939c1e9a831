/** Where names of packages are from: two registries may have different things of one name. */
export type Ecosystem = 'npm' | 'pypi' | 'go' | 'cargo' | 'gem' | 'composer' | 'maven';

/** A kind of file that names the packages of a project. */
export type LockFormat = {
  /** Names of such files, without folders. */
  file: RegExp;
  ecosystem: Ecosystem;
  /** Names of packages, in any order, some more than once. @throws SyntaxError for a file of another form */
  read(text: string): string[];
};
