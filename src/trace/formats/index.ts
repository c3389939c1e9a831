import type { Format } from '../format.ts';
import { ansible } from './ansible.ts';
import { apple } from './apple.ts';
import { bare } from './bare.ts';
import { bundler } from './bundler.ts';
import { cmake } from './cmake.ts';
import { core } from './core.ts';
import { csc } from './csc.ts';
import { dart } from './dart.ts';
import { docker } from './docker.ts';
import { dotnet } from './dotnet.ts';
import { elixir } from './elixir.ts';
import { erlang } from './erlang.ts';
import { eslint } from './eslint.ts';
import { exunit } from './exunit.ts';
import { gcc } from './gcc.ts';
import { gecko } from './gecko.ts';
import { git } from './git.ts';
import { go } from './go.ts';
import { ipython } from './ipython.ts';
import { haskell } from './haskell.ts';
import { java } from './java.ts';
import { julia } from './julia.ts';
import { jvm } from './jvm.ts';
import { kubernetes } from './kubernetes.ts';
import { logfmt } from './logfmt.ts';
import { lua } from './lua.ts';
import { make } from './make.ts';
import { maven } from './maven.ts';
import { minitest } from './minitest.ts';
import { monitor } from './monitor.ts';
import { native } from './native.ts';
import { nextPrompt } from './next-prompt.ts';
import { nginx } from './nginx.ts';
import { node } from './node.ts';
import { npm } from './npm.ts';
import { overlay } from './overlay.ts';
import { packages } from './packages.ts';
import { perl } from './perl.ts';
import { php } from './php.ts';
import { pip } from './pip.ts';
import { powershell } from './powershell.ts';
import { pytest } from './pytest.ts';
import { python } from './python.ts';
import { r } from './r.ts';
import { reactNative } from './react-native.ts';
import { redis } from './redis.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { rustc } from './rustc.ts';
import { shell } from './shell.ts';
import { sql } from './sql.ts';
import { systemd } from './systemd.ts';
import { tap } from './tap.ts';
import { terraform } from './terraform.ts';
import { typescript } from './typescript.ts';
import { v8 } from './v8.ts';
import { vitest } from './vitest.ts';

/** Every format; where two could read a line, the first does. `bare` takes what no other wants. */
export const formats: Format[] = [
  npm,
  packages,
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
  jvm,
  monitor,
  minitest,
  ipython,
  python,
  pytest,
  typescript,
  csc,
  pip,
  rustc,
  rust,
  v8,
  native,
  core,
  gcc,
  maven,
  java,
  tap,
  eslint,
  vitest,
  overlay,
  node,
  gecko,
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
  bare,
];
