type Rule = { children: string[]; required: string[]; optional: string[]; numbers: string[] };

const COUNTS = ['tests', 'failures', 'errors', 'skipped'];

/**
 * What an element may hold, after the schema that Jenkins and GitLab read by ("JUnit.xsd" of the Jenkins xUnit plugin): tests, failures,
 * errors and skipped are numbers, and count what is inside.
 */
const rules: Record<string, Rule> = {
  testsuites: rule(['testsuite'], [], ['name', 'time'], COUNTS),
  testsuite: rule(['testcase'], ['name'], ['time', 'timestamp'], COUNTS),
  testcase: rule(
    ['failure', 'error', 'skipped', 'system-out', 'system-err'],
    ['name', 'classname'],
    ['time', 'file'],
    [],
  ),
  failure: rule([], ['message'], ['type'], []),
  'system-out': rule([], [], [], []),
};

function rule(children: string[], required: string[], optional: string[], numbers: string[]): Rule {
  return { children, required, optional, numbers };
}

type Open = { name: string; attributes: Record<string, string>; tests: number; failures: number };

/** What a JUnit report has against well-formed XML and against the structure that CI systems read, a line a fault. */
export function junitFaults(xml: string): string[] {
  const faults: string[] = [];
  const open: Open[] = [];
  let roots = 0;
  // oxlint-disable-next-line no-control-regex
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(xml)) faults.push('a character that XML cannot have');
  const tokens = xml.matchAll(
    /<\?xml[^>]*\?>|<!\[CDATA\[[^]*?\]\]>|<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|<|[^<]+/g,
  );
  for (const [token, isEnd, name, attributeText = '', isEmpty] of tokens) {
    const parent = open.at(-1);
    if (name === undefined) {
      if (token === '<') faults.push('a "<" that begins no element');
      if (!token.startsWith('<') && /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(token))
        faults.push('a bare "&"');
      if (!parent && !token.startsWith('<') && token.trim() !== '') faults.push('text outside of the root');
      continue;
    }
    if (isEnd) {
      const closed = open.pop();
      if (closed?.name !== name) faults.push(`</${name}> closes <${closed?.name}>`);
      else faults.push(...countFaults(closed));
      continue;
    }
    const attributes = Object.fromEntries(
      [...attributeText.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!]),
    );
    faults.push(...elementFaults(name, attributes, parent?.name));
    if (!parent) roots++;
    for (const outer of open) {
      if (name === 'testcase') outer.tests++;
      if (name === 'failure') outer.failures++;
    }
    if (!isEmpty) open.push({ name, attributes, tests: 0, failures: 0 });
  }
  if (open.length > 0) faults.push(`<${open.at(-1)!.name}> is not closed`);
  if (roots !== 1) faults.push(`${roots} roots`);
  return faults;
}

function elementFaults(
  name: string,
  attributes: Record<string, string>,
  parent: string | undefined,
): string[] {
  const own = rules[name];
  if (!own) return [`<${name}> is unknown`];
  const allowed = parent === undefined ? ['testsuites'] : (rules[parent]?.children ?? []);
  const known = [...own.required, ...own.optional, ...own.numbers];
  return [
    ...(allowed.includes(name) ? [] : [`<${name}> stands in <${parent}>`]),
    ...own.required.filter((key) => !attributes[key]).map((key) => `<${name}> has no ${key}`),
    ...Object.keys(attributes)
      .filter((key) => !known.includes(key))
      .map((key) => `<${name}> has ${key}`),
    ...own.numbers.filter((key) => !/^\d+$/.test(attributes[key] ?? '0')).map((key) => `${key} is no number`),
  ];
}

function countFaults({ name, attributes, tests, failures }: Open): string[] {
  if (!rules[name]?.numbers.includes('tests')) return [];
  return [
    ...(Number(attributes['tests']) === tests
      ? []
      : [`<${name}> has ${tests} tests and says ${attributes['tests']}`]),
    ...(Number(attributes['failures']) === failures
      ? []
      : [`<${name}> says ${attributes['failures']} failures`]),
  ];
}
