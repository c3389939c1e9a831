import type { Format } from '../format.ts';
import { ansible } from './ansible.ts';
import { apple } from './apple.ts';
import { messageOnly } from './message-only.ts';
import { bundler } from './javascript/bundler.ts';
import { cmake } from './cmake.ts';
import { coreDump } from './native/core-dump.ts';
import { csc } from './dotnet/csc.ts';
import { dart } from './dart.ts';
import { docker } from './docker.ts';
import { dotnet } from './dotnet.ts';
import { elixir } from './elixir.ts';
import { erlang } from './erlang.ts';
import { eslint } from './javascript/eslint.ts';
import { exunit } from './elixir/exunit.ts';
import { gcc } from './native/gcc.ts';
import { firefoxSafari } from './javascript/firefox-safari.ts';
import { git } from './git.ts';
import { go } from './go.ts';
import { ipython } from './python/ipython.ts';
import { haskell } from './haskell.ts';
import { java } from './jvm/java.ts';
import { julia } from './julia.ts';
import { jvmCrash } from './jvm/jvm-crash.ts';
import { kubernetes } from './kubernetes.ts';
import { logfmt } from './go/logfmt.ts';
import { lua } from './lua.ts';
import { make } from './make.ts';
import { maven } from './jvm/maven.ts';
import { minitest } from './ruby/minitest.ts';
import { errorTrackers } from './error-trackers.ts';
import { native } from './native.ts';
import { nextPrompt } from './next-prompt.ts';
import { nginx } from './nginx.ts';
import { v8Stack } from './javascript/v8-stack.ts';
import { npm } from './javascript/npm.ts';
import { overlay } from './javascript/overlay.ts';
import { pnpmYarn } from './javascript/pnpm-yarn.ts';
import { perl } from './perl.ts';
import { php } from './php.ts';
import { pip } from './python/pip.ts';
import { powershell } from './powershell.ts';
import { pytest } from './python/pytest.ts';
import { python } from './python.ts';
import { r } from './r.ts';
import { reactNative } from './react-native.ts';
import { redis } from './redis.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { rustc } from './rust/rustc.ts';
import { shell } from './shell.ts';
import { sql } from './sql.ts';
import { systemd } from './systemd.ts';
import { tap } from './javascript/tap.ts';
import { terraform } from './terraform.ts';
import { typescript } from './javascript/typescript.ts';
import { v8Fatal } from './javascript/v8-fatal.ts';
import { vitest } from './javascript/vitest.ts';

/** Every format; where two could read a line, the first does. `bare` takes what no other wants. */
export const formats: Format[] = [
  npm,
  pnpmYarn,
  exunit,
  nextPrompt,
  reactNative,
  ansible,
  terraform,
  powershell,
  julia,
  apple,
  dart,
  haskell,
  lua,
  perl,
  r,
  jvmCrash,
  errorTrackers,
  minitest,
  ipython,
  python,
  pytest,
  typescript,
  csc,
  pip,
  rustc,
  rust,
  v8Fatal,
  native,
  coreDump,
  gcc,
  maven,
  java,
  tap,
  eslint,
  vitest,
  overlay,
  v8Stack,
  firefoxSafari,
  dotnet,
  php,
  ruby,
  erlang,
  elixir,
  docker,
  kubernetes,
  logfmt,
  go,
  bundler,
  sql,
  redis,
  cmake,
  nginx,
  systemd,
  git,
  make,
  shell,
  messageOnly,
];
