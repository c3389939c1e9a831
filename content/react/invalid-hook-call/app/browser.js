import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<div id="root"></div>');
globalThis.window = window;
globalThis.document = window.document;
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
window.addEventListener('error', () => (process.exitCode = 1));
