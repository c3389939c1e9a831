class TemplateError extends Error {
  name = 'TemplateError';
}

function render(template) {
  throw new TemplateError(`cannot render ${template}\n    at fake (not/a/frame.js:1:1)\nsee the handbook, page 3`);
}

render('invoice');
