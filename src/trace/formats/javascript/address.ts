import { type Location, toLocation } from '../../location.ts';

// safari-extension:(//3284871F/a.js:1:2) · ClipperError@safari-extension:(//3284871F/a.js:1:2)
const EXTENSION = /(?:^|@)(safari-(?:web-)?extension):\((\/\/[^()]{1,4000})\)$/;

/** The address and the name of what Safari wrote of an extension in V8's form; undefined for any other text. */
export function parseExtensionAddress(text: string): { name: string; address: string } | undefined {
  const found = text.includes(':(//') ? EXTENSION.exec(text.slice(0, 2000)) : null;
  return found === null
    ? undefined
    : { name: text.slice(0, found.index), address: `${found[1]}:${found[2]}` };
}

// http://a.test/main.wasm:wasm-function[190]:0x5aeb · wasm://wasm/0006d966:wasm-function[119]:0xbb13
const WASM = /^(?<file>\S{1,4000}):wasm-function\[\d+\]:0x[0-9a-f]+$/;

/** The place of WebAssembly, which has no line; the same in V8 and Gecko. */
export function parseWasmLocation(text: string, name?: string): Location | undefined {
  const file = text.includes(':wasm-function[')
    ? WASM.exec(text.slice(0, 2000))?.groups?.['file']
    : undefined;
  return file === undefined ? undefined : toLocation({ file, name });
}

/** What Hermes (`address at a.hbc:1:2`) and an asynchronous call (`async http://…`) put before an address. */
export const stripAddressWords = (text: string) => text.replace(/^(?:address at |async )/, '');

/** The file's own place for what it evaluated, the innermost of `eval at f (eval at g (a.js:1:2)), <anonymous>:3:4`. */
export const innermostLocation = (text: string) =>
  text.includes('(') ? text.slice(text.lastIndexOf('(') + 1).replace(/\).*$/, '') : undefined;

/** Hermes leaves out the middle of a deep stack. */
export const isSkippedFrames = (text: string) => /^\s*\.\.\. skipping \d+ frames/.test(text);
