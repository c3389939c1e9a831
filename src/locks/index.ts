import { gradle, gradleLock, pom } from './jvm.ts';
import { packageLock, pnpmLock, yarnLock } from './npm.ts';
import { cargoLock, composerLock, gemfileLock, goMod } from './others.ts';
import { pipfileLock, pythonLock, requirements } from './python.ts';
import type { LockFormat } from './types.ts';

/** The files that name the packages of a project; one that is here is read. */
export const lockFormats: LockFormat[] = [
  packageLock,
  pnpmLock,
  yarnLock,
  requirements,
  pythonLock,
  pipfileLock,
  goMod,
  cargoLock,
  gemfileLock,
  composerLock,
  pom,
  gradle,
  gradleLock,
];
