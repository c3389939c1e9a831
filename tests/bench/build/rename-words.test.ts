import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from './random.ts';
import { takenWords, wordRenamer } from './rename-words.ts';

test('wordRenamer makes no word that begins with another word, or that another one begins with', () => {
  const text = "no module named 'bag', 'nap', 'Lamps', 'shades', 'bulbHolders' or 'lampshadesOfGlass'";
  const words = new Set(['lamps', 'shades', 'bulb', 'holders', 'lampshades', 'glass', 'module', 'named']);
  for (let seed = 0; seed < 200; seed++) {
    const rename = wordRenamer(words, new Set(), '', takenWords([text]), createRandom(seed));
    const made = [...words].map(rename);
    for (const word of made)
      for (const other of [...made, 'bag', 'nap'])
        assert.ok(word === other || !word.startsWith(other), `${word} begins with ${other}`);
  }
});
