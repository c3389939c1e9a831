import { registerHooks } from 'node:module';

// A bundler turns the import of a picture into its address. So does this, for the test.
registerHooks({
  resolve: (name, context, next) =>
    name.endsWith('.svg') ? { url: `picture:${name}`, shortCircuit: true } : next(name, context),
  load: (url, context, next) => {
    if (!url.startsWith('picture:')) return next(url, context);
    const address = url.replace('picture:./', '/assets/');
    return { format: 'module', source: `export default '${address}';`, shortCircuit: true };
  },
});
