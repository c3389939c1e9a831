import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longDate, shortDate } from '../../src/locales/dates.ts';
import { formatter } from '../../src/locales/format.ts';
import { locales, messagesOf } from '../../src/locales/index.ts';
import { directionOf, isOtherLanguage, languageName } from '../../src/locales/languages.ts';
import { ownLocalePlugin } from '../../src/locales/own-locale-plugin.ts';
import { pseudoLocale } from './pseudo.ts';
import { textsOf } from './texts.ts';

const english = textsOf(locales['en']);
const plurals = Object.keys(english).flatMap((path) => (path.endsWith('.other') ? path.slice(0, -6) : []));
/** Names, and words that German has from English. */
const sameInGerman = [
  'home.frameworksTitle',
  'lists.frameworks',
  'guide.test',
  'search.placeholder',
  'listing.frameDetail',
  'box.fileRead',
  'box.kilobytes',
  'box.megabytes',
  'box.place',
  'box.code',
  'box.readAsLanguage',
  'request.code',
];

for (const [tag, locale] of Object.entries(locales)) {
  const texts = textsOf(locale);

  test(`the locale ${tag} has its own tag, a direction, and a tag that Intl knows`, () => {
    assert.equal(texts['tag'], tag);
    assert.equal(locale.dir, directionOf(tag));
    assert.equal(Intl.DateTimeFormat.supportedLocalesOf(locale.formats).length, 1);
  });

  test(`the locale ${tag} has the texts that English has, and no other`, () => {
    assert.deepEqual(withoutForms(Object.keys(texts)), withoutForms(Object.keys(english)));
  });

  test(`the locale ${tag} has a form for each number that its plurals tell apart`, () => {
    const { pluralCategories } = new Intl.PluralRules(locale.formats).resolvedOptions();
    for (const path of plurals)
      for (const category of pluralCategories)
        assert.ok(`${path}.${category}` in texts, `${path}.${category}`);
  });

  test(`the locale ${tag} has the holes and the markup of English in each text`, () => {
    for (const [path, text] of Object.entries(texts)) {
      const form = path.slice(path.lastIndexOf('.') + 1);
      const original = english[path] ?? english[path.replace(/\w+$/, 'other')]!;
      // A form for one number alone may say the number in a word.
      const [own, theirs] = [marksOf(text), marksOf(original)];
      if (form === 'one' || form === 'two' || form === 'zero') {
        const withoutCount = (marks: string[]) => marks.filter((mark) => mark !== '{count}');
        assert.deepEqual(withoutCount(own), withoutCount(theirs), path);
      } else assert.deepEqual(own, theirs, path);
    }
  });

  test(`the locale ${tag} has no empty text, and no blank at an end but where English has one`, () => {
    for (const [path, text] of Object.entries(texts)) {
      assert.notEqual(text.trim(), '', path);
      const original = english[path] ?? text;
      assert.deepEqual(
        [/^\s/.test(text), /\s$/.test(text)],
        [/^\s/.test(original), /\s$/.test(original)],
        path,
      );
    }
  });
}

test('German is translated, and addresses nobody', () => {
  const german = textsOf(locales['de']);
  const same = Object.keys(german).filter((path) => german[path] === english[path]);
  assert.deepEqual(same, ['dir', ...sameInGerman]);
  for (const [path, text] of Object.entries(german))
    if (!path.startsWith('prompt.'))
      assert.doesNotMatch(text, /\b(?:du|dein\w*|dich|dir|Sie|Ihr\w*|Ihnen)\b/, path);
});

test('formatter puts values into holes, formats numbers, and chooses the plural form', () => {
  const { count, fill, list, plural } = formatter(messagesOf('de').formats);
  assert.equal(fill('{a} von {b}', { a: 1200, b: '1200' }), '1.200 von 1200');
  assert.equal(plural({ one: '{count} Datei', other: '{count} Dateien' }, 1), '1 Datei');
  assert.equal(plural({ one: '{count} Datei', other: '{count} Dateien' }, 0), '0 Dateien');
  assert.equal(count(1234.56, 1), '1.234,6');
  assert.equal(list(['1', '2', '3']), '1, 2 und 3');
  const english = formatter(messagesOf('en').formats);
  assert.equal(english.plural(messagesOf('en').counts.causes, 1200), '1,200 causes');
  assert.equal(english.list(['1', '2', '3']), '1, 2 and 3');
});

test('dates read as the language writes them', () => {
  assert.equal(shortDate('2026-11-03', 'en-GB'), '3 Nov 2026');
  assert.equal(longDate('2026-11-23', 'en-GB'), '23 November 2026');
  assert.equal(longDate('2026-11-23', 'de'), '23. November 2026');
});

test('languages are told apart without their regions, named in another, and have a direction', () => {
  assert.equal(isOtherLanguage('de', 'de-AT'), false);
  assert.equal(isOtherLanguage('de', 'en'), true);
  assert.equal(languageName('en', 'de'), 'Englisch');
  assert.deepEqual(['ar', 'he', 'fa-AF', 'de', 'zh-TW'].map(directionOf), [
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
  ]);
});

test('ownLocalePlugin puts a part of the site’s locale in place of the module, and leaves other modules', () => {
  const watched: string[] = [];
  const { load } = ownLocalePlugin(() => 'de', 'site.yaml');
  const context = { addWatchFile: (file: string) => void watched.push(file) };
  assert.equal(
    load.call(context, '/x/src/locales/own/theme.ts'),
    `export const theme = ${JSON.stringify(locales['de']!.theme)};`,
  );
  assert.deepEqual(watched, ['site.yaml']);
  assert.equal(load.call(context, '/x/src/locales/own/format.ts'), undefined);
  assert.equal(load.call(context, '/x/src/locales/de.ts'), undefined);
});

test('the pseudo-locale marks every text, keeps its holes and its markup, and runs from right to left', () => {
  const pseudo = pseudoLocale(locales['en']!);
  assert.equal(pseudo.dir, 'rtl');
  assert.equal(pseudo.guide.provedAlso, '⟦, ålšö ⟧{environments}');
  assert.equal(pseudo.match.noScript.replace(/⟦[^⟧]*⟧/g, '…'), '…<list>…</list>…');
});

/** The holes and tags of a text, sorted. */
function marksOf(text: string): string[] {
  return (text.match(/\{\w+\}|<\/?\w+>/g) ?? []).sort();
}

/** Paths of texts, those of plural forms without the form, each once. */
function withoutForms(paths: string[]): string[] {
  return [...new Set(paths.map((path) => path.replace(/\.(?:zero|one|two|few|many|other)$/, '')))].sort();
}
