const basket = {
  lines: [1, 2],
  total() {
    return this.lines.reduce((sum, line) => sum + line, 0));
  },
};
