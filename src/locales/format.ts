/** Plural forms of a text, by the categories of Intl.PluralRules; `other` is what is left. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

type Holes<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;
/** A value for each hole of a text; numbers are formatted. */
export type Values<Text> = Record<Holes<Text>, string | number>;
type OtherHoles<Forms> = Exclude<Holes<Forms[keyof Forms]>, 'count'>;
type OtherValues<Forms> = [OtherHoles<Forms>] extends [never]
  ? []
  : [values: Record<OtherHoles<Forms>, string | number>];

export type Formatter = ReturnType<typeof makeFormatter>;

/** Those of Intl take longer to make than a page takes to render. */
const formatters = new Map<string, Formatter>();

/**
 * The functions that put values into texts of one locale.
 * @param tag language tag that Intl knows
 */
export function formatter(tag: string): Formatter {
  const known = formatters.get(tag) ?? makeFormatter(tag);
  formatters.set(tag, known);
  return known;
}

function makeFormatter(tag: string) {
  const numbers = new Intl.NumberFormat(tag);
  const rules = new Intl.PluralRules(tag);
  const fillAny = (text: string, values: Record<string, string | number>) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]!;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  return {
    /** A number as people write it: `4,211`; with `digits` after the point. */
    count: (number: number, digits = 0): string =>
      number.toLocaleString(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    /** A text with a value in each of its holes. */
    fill: <Text extends string>(text: Text, values: Values<Text>): string => fillAny(text, values),
    /** The form of a text that fits a number, with the number as `{count}`. */
    plural: <Forms extends Plural>(forms: Forms, number: number, ...values: OtherValues<Forms>): string =>
      fillAny(forms[rules.select(number)] ?? forms.other, { count: number, ...values[0] }),
    /** `a, b and c`. */
    list: (items: string[]): string => new Intl.ListFormat(tag).format(items),
  };
}
