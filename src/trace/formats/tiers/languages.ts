import type { Format } from '../../format.ts';
import { java } from '../jvm/java.ts';
import { erlang } from '../erlang.ts';
import { elixir } from '../elixir.ts';
import { ruby } from '../ruby.ts';
import { python } from '../python.ts';
import { native } from '../native.ts';
import { rust } from '../rust.ts';
import { go } from '../go.ts';
import { php } from '../php.ts';

/** Traces of languages whose frames no other language has. */
export const languages: Format[] = [elixir, erlang, go, java, native, php, python, ruby, rust];
