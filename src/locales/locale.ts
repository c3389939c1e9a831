import type { en } from './en.ts';
import type { Plural } from './format.ts';

/** All texts of the interface in one language: as English has them, with texts of its own. */
export type Locale = Omit<Texts<typeof en>, 'dir'> & { dir: 'ltr' | 'rtl' };

type Texts<Part> = Part extends string
  ? string
  : Part extends readonly string[]
    ? { [Place in keyof Part]: string }
    : Part extends { other: string }
      ? Plural
      : { [Key in keyof Part]: Texts<Part[Key]> };
