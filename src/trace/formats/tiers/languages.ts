// Traces of languages whose frames no other language has.
export { elixir } from '../elixir.ts';
export { erlang } from '../erlang.ts';
export { go } from '../go.ts';
export { java } from '../jvm/java.ts';
export { native } from '../native.ts';
export { php } from '../php.ts';
export { python } from '../python.ts';
export { ruby } from '../ruby.ts';
export { rust } from '../rust.ts';
