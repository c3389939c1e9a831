module.exports = { mode: 'development', devtool: false, stats: 'errors-only', entry: './src/index.js' };
