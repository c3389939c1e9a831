#!/usr/bin/env bash
# Runs a command or reads logs, and names the guides for their errors. The inputs of action.yml come as INPUT_… variables.
set -euo pipefail

refuse() {
  echo "::error title=Tracebook::$1"
  exit 2
}

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)"
if [ -n "$INPUT_VERSION" ]; then
  tracebook=(npx --yes "tracebook@$INPUT_VERSION")
else
  # The action's repository is checked out whole; on Linux it brings its own Node, and the job's stays as it is.
  [ -d "$root/node_modules/commander" ] || (cd "$root" && npm ci --omit=dev --ignore-scripts --loglevel=error >&2)
  node="$(ls "$root"/node_modules/node-linux-*/bin/node 2>/dev/null | head -n 1 || true)"
  tracebook=("${node:-node}" "$root/src/cli.ts")
fi

options=(--format "$INPUT_FORMAT" --min-confidence "$INPUT_MIN_CONFIDENCE" --index "${INPUT_INDEX:-$root/content}")
[ -z "$INPUT_MAX" ] || options+=(--max "$INPUT_MAX")
[ -z "$INPUT_OUTPUT" ] || options+=(--output "$INPUT_OUTPUT")

code=0
if [ -n "$INPUT_COMMAND" ] && [ -n "$INPUT_LOG" ]; then
  refuse 'Both "command" and "log" are given. Leave out one of them.'
elif [ -n "$INPUT_COMMAND" ]; then
  "${tracebook[@]}" run "${options[@]}" -- bash --noprofile --norc -eo pipefail -c "$INPUT_COMMAND" || code=$?
elif [ -n "$INPUT_LOG" ]; then
  files=()
  while IFS= read -r pattern; do
    # A pattern that fits no file is kept, and is told as missing.
    while IFS= read -r file; do files+=("$file"); done < <({ compgen -G "$pattern" || echo "$pattern"; } | sort)
  done < <(sed 's/^[[:space:]]*//; s/[[:space:]]*$//; /^$/d' <<< "$INPUT_LOG")
  "${tracebook[@]}" match "${options[@]}" -- "${files[@]}" || code=$?
else
  refuse 'Neither "command" nor "log" is given. Name one of them.'
fi
echo "exit-code=$code" >> "$GITHUB_OUTPUT"
exit "$code"
