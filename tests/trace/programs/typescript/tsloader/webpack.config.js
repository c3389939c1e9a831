module.exports = {
  mode: 'development',
  stats: 'errors-only',
  entry: './src/index.ts',
  resolve: { extensions: ['.ts', '.js'] },
  module: { rules: [{ test: /\.ts$/, use: 'ts-loader' }] },
};
