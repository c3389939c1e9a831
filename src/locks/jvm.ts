import type { LockFormat } from './types.ts';

/** `pom.xml`: what it names itself; what those bring along, only Maven knows. Names are `group:artifact`. */
export const pom: LockFormat = {
  file: /^pom\.xml$/,
  ecosystem: 'maven',
  read: (text) =>
    [
      ...text
        .replaceAll(/<!--[^]*?-->/g, '')
        .matchAll(/<groupId>\s*([\w.-]+)\s*<\/groupId>\s*<artifactId>\s*([\w.-]+)\s*<\/artifactId>/g),
    ].map(([, group, artifact]) => `${group}:${artifact}`),
};

/** `build.gradle`, in Groovy or Kotlin: quoted `group:artifact:version`, and plugins by id. */
export const gradle: LockFormat = {
  file: /^build\.gradle(?:\.kts)?$/,
  ecosystem: 'maven',
  read: (text) => [
    ...[...text.matchAll(/["']([\w.-]+:[\w.-]+)(?::[^"'\s]*)?["']/g)].map(([, name]) => name!),
    ...[...text.matchAll(/\bid[ (]+["']([\w.-]+)["']/g)].map(([, plugin]) => plugin!),
  ],
};

/** `gradle.lockfile`: `group:artifact:version=configurations`. */
export const gradleLock: LockFormat = {
  file: /^gradle\.lockfile$/,
  ecosystem: 'maven',
  read: (text) => [...text.matchAll(/^([\w.-]+:[\w.-]+):\S+=/gm)].map(([, name]) => name!),
};
