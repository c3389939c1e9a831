// Compilers and package managers.
export { csc } from '../dotnet/csc.ts';
export { gcc } from '../native/gcc.ts';
export { maven } from '../jvm/maven.ts';
export { pip } from '../python/pip.ts';
export { rustc } from '../rust/rustc.ts';
export { typescript } from '../javascript/typescript.ts';
