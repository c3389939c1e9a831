const { parse } = require('./parse');

class ImportError extends Error {
  constructor(file, cause) {
    super(`could not import ${file}`, { cause });
    this.name = 'ImportError';
    this.file = file;
  }
}

exports.ImportError = ImportError;
exports.importPrices = function importPrices(file) {
  try {
    return parse('pen;1.5\nink').map(toPrice);
  } catch (problem) {
    throw new ImportError(file, problem);
  }
};

function toPrice(row) {
  return { name: row.name, price: row.price.trim() };
}
