// Traces of languages whose frames no other language has.
export { java } from '../jvm/java.ts';
export { erlang } from '../erlang.ts';
export { elixir } from '../elixir.ts';
export { ruby } from '../ruby.ts';
export { python } from '../python.ts';
export { native } from '../native.ts';
export { rust } from '../rust.ts';
export { go } from '../go.ts';
export { php } from '../php.ts';
