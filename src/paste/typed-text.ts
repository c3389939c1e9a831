// Kinds of input by which a person writes or deletes by hand, as the Input Events specification names them.
const TYPED = /^insert(?:Text|CompositionText|FromComposition|LineBreak|Paragraph)$/;
const DELETED = /^delete(?!ByDrag|ByComposition)/;

/**
 * Tells text that was typed from text that came in another way: by paste, drop, undo, a script, the browser's own help.
 * What came in another way may be looked up in the page only, until the box is emptied by hand.
 */
export class TypedText {
  #isTyped = true;

  /** @param inputType of the event; undefined where there was none */
  onInput(inputType: string | undefined, text: string): void {
    if (text === '' && inputType !== undefined && DELETED.test(inputType)) this.#isTyped = true;
    else if (inputType === undefined || !(TYPED.test(inputType) || DELETED.test(inputType)))
      this.#isTyped = false;
  }

  /** For text that is put into the box without an event. */
  onPut(): void {
    this.#isTyped = false;
  }

  /** Whether all of the text was typed. */
  get isTyped(): boolean {
    return this.#isTyped;
  }
}
