export const sum = (lines) => lines.reduce((all, line) => all + line, 0);
