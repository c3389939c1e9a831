/** A language whose programs print errors, or a tool that prints them for programs of all languages. */
export type Language = {
  /** As traces and content name it: `javascript`. */
  id: string;
  /** As people write it: `JavaScript`. The id with a capital letter when absent. */
  name?: string;
  /** Endings of its source files: `.js`. */
  endings?: string[];
  /** Other ids that content may use for it: `js`. */
  aliases?: string[];
  /** Languages of one family can fail with each other's errors; the id when absent. */
  family?: string;
  /** Whether it is a tool or a server: what it prints comes through programs of all languages. */
  isTool?: boolean;
  /** Names of its exceptions that end in neither `Error` nor `Exception`: patterns of the last part of a name. */
  exceptionNames?: string[];
};

const byId = new Map<string, Language>();
const byEnding = new Map<string, string>();

/** Makes a language known by its id and its endings; returns it. A format of a new language calls it in its own file. */
export function defineLanguage(language: Language): Language {
  for (const id of [language.id, ...(language.aliases ?? [])]) byId.set(id, language);
  for (const ending of language.endings ?? []) byEnding.set(ending, language.id);
  return language;
}

export const languages = {
  python: defineLanguage({
    id: 'python',
    endings: ['.py'],
    exceptionNames: [
      '(?:Keyboard)?Interrupt',
      '(?:System|Generator)Exit',
      'Stop(?:Async)?Iteration',
      '(?:Template)?DoesNotExist',
      'MultipleObjectsReturned',
      'TimeoutExpired',
      'NoReverseMatch',
      'ImproperlyConfigured',
      'AppRegistryNotReady',
      'DisallowedHost',
      'SuspiciousOperation',
      'NotRegistered',
      'Retry',
      'Reject',
      'Ignore',
      'MissingGreenlet',
      'DeadlockDetected',
      'InconsistentMigrationHistory',
      'TooManyRedirects',
      'BrokenProcessPool',
      'Http404',
      'BadRequest',
      '(?:SettingWithCopy|Runtime|Resource)Warning',
    ],
  }),
  ruby: defineLanguage({
    id: 'ruby',
    endings: ['.rb', '.erb', '.rake', '.haml', '.slim'],
    exceptionNames: [
      '(?:Errno|PG)::\\w+',
      'InvalidAuthenticityToken',
      'ConnectionNotEstablished',
      'UnknownFormat',
    ],
  }),
  php: defineLanguage({ id: 'php', name: 'PHP', endings: ['.php'] }),
  javascript: defineLanguage({
    id: 'javascript',
    name: 'JavaScript',
    endings: ['.js', '.cjs', '.mjs', '.ts', '.cts', '.mts', '.jsx', '.tsx'],
    aliases: ['js', 'node'],
    exceptionNames: ['NoSuch(?:Element|Key)'],
  }),
  typescript: defineLanguage({
    id: 'typescript',
    name: 'TypeScript',
    aliases: ['ts'],
    family: 'javascript',
  }),
  java: defineLanguage({ id: 'java', endings: ['.java', '.scala'], exceptionNames: ['ThreadDeath'] }),
  kotlin: defineLanguage({ id: 'kotlin', endings: ['.kt', '.kts'], family: 'java' }),
  scala: defineLanguage({ id: 'scala', family: 'java' }),
  groovy: defineLanguage({ id: 'groovy', family: 'java' }),
  go: defineLanguage({ id: 'go', endings: ['.go'] }),
  rust: defineLanguage({ id: 'rust' }),
  swift: defineLanguage({ id: 'swift', endings: ['.swift'] }),
  dotnet: defineLanguage({
    id: 'dotnet',
    name: '.NET',
    endings: ['.cs', '.vb', '.fs', '.cshtml', '.razor'],
    aliases: ['c#', 'f#', 'vb'],
  }),
  csharp: defineLanguage({ id: 'csharp', name: 'C#' }),
  cpp: defineLanguage({ id: 'cpp', name: 'C++', aliases: ['c', 'c++'] }),
  objc: defineLanguage({ id: 'objc', name: 'Objective-C', aliases: ['objective-c'] }),
  elixir: defineLanguage({ id: 'elixir', endings: ['.ex', '.exs'] }),
  erlang: defineLanguage({ id: 'erlang', family: 'elixir' }),
  sql: defineLanguage({
    id: 'sql',
    name: 'SQL',
    isTool: true,
    // PostgreSQL's classes, as psycopg and pg name them.
    exceptionNames: ['Undefined[A-Z]\\w+', 'InvalidCatalogName'],
  }),
  redis: defineLanguage({ id: 'redis', isTool: true }),
  docker: defineLanguage({ id: 'docker', isTool: true }),
  kubernetes: defineLanguage({ id: 'kubernetes', isTool: true }),
  shell: defineLanguage({ id: 'shell', endings: ['.build'], isTool: true }),
  unknown: defineLanguage({ id: 'unknown' }),
} satisfies Record<string, Language>;

/** A language's id as people write it. */
export function languageName(id: string): string {
  const language = byId.get(id);
  return (language?.id === id ? language.name : undefined) ?? id.slice(0, 1).toUpperCase() + id.slice(1);
}

/** The id of the language that a file is written in; undefined when its ending does not tell. */
export const languageOfFile = (file: string): string | undefined =>
  byEnding.get(file.slice(file.lastIndexOf('.')));

/** Whether a program in one language can fail with the other's errors; `unknown` fits all. */
export const isSameLanguage = (a: string, b: string): boolean =>
  a === b || a === 'unknown' || familyOf(a) === familyOf(b);

function familyOf(id: string): string {
  const language = byId.get(id);
  return language?.family ?? language?.id ?? id;
}

/** Whether programs are written in it; a tool's or a server's errors come through programs of all languages. */
export const isProgrammingLanguage = (id: string): boolean => byId.get(id)?.isTool !== true;

let exceptionNames: RegExp | undefined;
let known = 0;

/** A pattern of the names of exceptions of all languages that are known by now. */
export function exceptionNamePattern(): RegExp {
  if (exceptionNames === undefined || known !== byId.size) {
    known = byId.size;
    const names = Array.from(new Set(byId.values()), (language) => language.exceptionNames ?? []).flat();
    exceptionNames = new RegExp(
      `(?:Error|Exception)(?:_\\w+)?$|ExceptionGroup$|(?:^|[.:\\\\/$])(?:${[...names, ...COMMON_NAMES].join('|')})$`,
    );
  }
  return exceptionNames;
}

/** The language whose exceptions have a name that ends in neither `Error` nor `Exception`: `MissingGreenlet`. */
export const languageOfExceptionName = (type: string): string | undefined =>
  [...byId.values()].find(
    ({ isTool, exceptionNames = [] }) =>
      isTool !== true &&
      exceptionNames.length > 0 &&
      new RegExp(`(?:^|[.:])(?:${exceptionNames.join('|')})$`).test(type),
  )?.id;

// OrderNotFound · CartInvalid · LimitExceeded; no `IsNotFound`, which is a question.
const COMMON_NAMES = [
  '(?!Is|Has)[A-Z]\\w*[a-z](?:NotFound|NotUnique|Invalid|Denied|Exceeded|Violation|Timeout)',
];
