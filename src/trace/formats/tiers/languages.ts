// Traces of languages whose frames no other language has.
export { java } from '../jvm/java.ts';
export { native } from '../native.ts';
export { erlang } from '../erlang.ts';
export { ruby } from '../ruby.ts';
export { rust } from '../rust.ts';
export { elixir } from '../elixir.ts';
export { python } from '../python.ts';
export { go } from '../go.ts';
export { php } from '../php.ts';
