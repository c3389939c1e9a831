import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TypedText } from '../../src/paste/typed-text.ts';

/** What the box tells after inputs: kind, and the text it then holds. */
function after(...inputs: [inputType: string | undefined, text: string][]): boolean {
  const typed = new TypedText();
  for (const [inputType, text] of inputs) typed.onInput(inputType, text);
  return typed.isTyped;
}

test('text is typed when each input is a letter or a deletion', () => {
  assert.equal(
    after(['insertText', 'a'], ['insertCompositionText', 'aä'], ['deleteContentBackward', 'a']),
    true,
  );
});

for (const inputType of [
  'insertFromPaste',
  'insertFromDrop',
  'insertFromYank',
  'historyUndo',
  'historyRedo',
  undefined,
]) {
  test(`text is not typed after ${inputType ?? 'an input of no kind'}, also with letters after it`, () => {
    assert.equal(after(['insertText', 'a'], [inputType, 'ab'], ['insertText', 'abc']), false);
  });
}

test('text is typed again when the box was emptied by hand, and not when it comes back by undo', () => {
  assert.equal(after(['insertFromPaste', 'abc'], ['deleteByCut', ''], ['insertText', 'x']), true);
  assert.equal(after(['insertFromPaste', 'abc'], ['deleteByCut', ''], ['historyUndo', 'abc']), false);
  assert.equal(after(['insertFromPaste', 'abc'], ['deleteContentBackward', 'ab']), false);
  assert.equal(after(['insertFromPaste', 'abc'], ['deleteByDrag', '']), false);
});

test('text that was put into the box by the page is not typed', () => {
  const typed = new TypedText();
  typed.onPut();
  assert.equal(typed.isTyped, false);
});
