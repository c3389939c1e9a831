/** How people write the languages that traces name in lower case, where a capital letter is not all. */
const names: Record<string, string> = {
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  php: 'PHP',
  csharp: 'C#',
  cpp: 'C++',
  sql: 'SQL',
  objc: 'Objective-C',
  powershell: 'PowerShell',
};

/** A trace's language as people write it. */
export function languageName(language: string): string {
  return names[language] ?? language.slice(0, 1).toUpperCase() + language.slice(1);
}
