// Compilers and package managers.
export { gradle } from '../jvm/gradle.ts';
export { clojure } from '../jvm/clojure.ts';
export { kotlin } from '../jvm/kotlin.ts';
export { typescript } from '../javascript/typescript.ts';
export { maven } from '../jvm/maven.ts';
export { scala } from '../jvm/scala.ts';
export { csc } from '../dotnet/csc.ts';
export { gcc } from '../native/gcc.ts';
export { javaLauncher } from '../jvm/java-launcher.ts';
export { spring } from '../jvm/spring.ts';
export { pip } from '../python/pip.ts';
export { rustc } from '../rust/rustc.ts';
