/** The last error handler: logs what reaches it, so that a smoke test ends with exit code 1. */
export function logErrors(error, request, response, next) {
  console.error(error);
  process.exitCode = 1;
}
