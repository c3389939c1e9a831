/** What people call errors in short, and the words that guides use. Lower case. */
const aliases: Record<string, string[]> = {
  npe: ['nullpointerexception'],
  oom: ['out of memory', 'outofmemoryerror', 'oomkilled'],
  oomkilled: ['out of memory'],
  cors: ['cors policy'],
  segv: ['sigsegv', 'segmentation fault'],
  segfault: ['sigsegv', 'segmentation fault'],
  sigsegv: ['signal 11', 'segmentation violation'],
  race: ['concurrent'],
  'data race': ['concurrent'],
  'race condition': ['concurrent'],
  golang: ['go'],
  sigkill: ['signal 9'],
  sigterm: ['signal 15'],
  econnrefused: ['connection refused'],
  enotfound: ['host name not found'],
  cme: ['concurrentmodificationexception'],
  cnf: ['classnotfoundexception'],
  cnfe: ['classnotfoundexception'],
  aioobe: ['arrayindexoutofboundsexception'],
  ioobe: ['indexoutofboundsexception'],
  sof: ['stackoverflowerror'],
  ise: ['illegalstateexception'],
  iae: ['illegalargumentexception'],
  n1: ['n+1'],
  ssl: ['certificate', 'tls'],
  tls: ['certificate', 'ssl'],
  dns: ['host name', 'getaddrinfo'],
  env: ['environment variable'],
  gil: ['global interpreter lock'],
  esm: ['module', 'import'],
  cant: ['cannot'],
};

/** The query and what its short words stand for, one word or two of it at a time, the query itself first. */
export function expandAliases(query: string): string[] {
  const text = query.trim().toLowerCase();
  // `TS 2307` is TS2307.
  const joined = text.replace(/\b([a-z]{1,4})[ -](\d{3,6})\b/g, '$1$2');
  const once = replaceAliases(text);
  return [...new Set([text, joined, ...once, ...once.flatMap(replaceAliases)])];
}

function replaceAliases(text: string): string[] {
  const words = text.split(/\s+/);
  return words.flatMap((_, i) =>
    [2, 1].flatMap((length) => {
      const name = words
        .slice(i, i + length)
        .map((word) => word.replace(/[^a-z0-9]/g, ''))
        .join(' ');
      return (Object.hasOwn(aliases, name) ? aliases[name]! : []).map((full) =>
        [...words.slice(0, i), full, ...words.slice(i + length)].join(' '),
      );
    }),
  );
}
