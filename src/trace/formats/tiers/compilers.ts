import type { Format } from '../../format.ts';
import { gradle } from '../jvm/gradle.ts';
import { clojure } from '../jvm/clojure.ts';
import { kotlin } from '../jvm/kotlin.ts';
import { typescript } from '../javascript/typescript.ts';
import { maven } from '../jvm/maven.ts';
import { scala } from '../jvm/scala.ts';
import { csc } from '../dotnet/csc.ts';
import { gcc } from '../native/gcc.ts';
import { javaLauncher } from '../jvm/java-launcher.ts';
import { spring } from '../jvm/spring.ts';
import { pip } from '../python/pip.ts';
import { rustc } from '../rust/rustc.ts';

/** Compilers and package managers. */
export const compilers: Format[] = [
  clojure,
  csc,
  gcc,
  gradle,
  javaLauncher,
  kotlin,
  maven,
  pip,
  rustc,
  scala,
  spring,
  typescript,
];
