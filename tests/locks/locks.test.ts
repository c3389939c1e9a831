import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readContent } from '../../src/guide/content.ts';
import { matchIndex } from '../../src/guide/match-index.ts';
import { chooseFrameworks } from '../../src/locks/choose-frameworks.ts';
import { findPackages } from '../../src/locks/find-packages.ts';
import { projectRoot } from '../../src/site/project.ts';

const projects = join(import.meta.dirname, 'projects');
const { frameworks } = matchIndex(readContent(join(projectRoot, 'content')).content);

/** By project: what its lock files name, and the frameworks whose guides it gets. */
const cases: Record<string, [packages: Record<string, string[]>, frameworks: string[]]> = {
  npm: [
    { npm: ['@babel/core', 'debug', 'express', 'typescript'] },
    ['express', 'browser', 'node', 'typescript'],
  ],
  'npm-1': [{ npm: ['@babel/core', 'debug', 'express'] }, ['express', 'browser', 'node']],
  pnpm: [{ npm: ['@babel/core', 'debug', 'express'] }, ['express', 'browser', 'node']],
  yarn: [{ npm: ['@babel/core', 'debug', 'express'] }, ['express', 'browser', 'node']],
  requirements: [
    { pypi: ['celery', 'django', 'pydantic-core', 'uvicorn'] },
    ['celery', 'django', 'pydantic', 'python'],
  ],
  poetry: [{ pypi: ['celery', 'django'] }, ['celery', 'django', 'python']],
  uv: [{ pypi: ['celery', 'django'] }, ['celery', 'django', 'python']],
  pipenv: [{ pypi: ['django', 'pytest'] }, ['django', 'python']],
  go: [{ go: ['github.com/lib/pq', 'github.com/redis/go-redis/v9', 'golang.org/x/sync'] }, ['go']],
  cargo: [{ cargo: ['serde', 'shop'] }, ['rust']],
  bundler: [{ gem: ['actionpack', 'rack'] }, ['ruby']],
  composer: [{ composer: ['phpunit/phpunit', 'symfony/console'] }, ['php']],
  maven: [
    {
      maven: [
        'com.example:shop',
        'org.springframework.boot:spring-boot-starter-web',
        'org.springframeworks:other',
      ],
    },
    ['spring-boot', 'java'],
  ],
  gradle: [
    {
      maven: [
        'com.fasterxml.jackson.core:jackson-databind',
        'org.junit.jupiter:junit-jupiter',
        'org.springframework.boot',
      ],
    },
    ['jackson', 'spring-boot', 'java'],
  ],
  'gradle-lock': [{ maven: ['org.hibernate.orm:hibernate-core'] }, ['hibernate', 'java']],
  several: [{ pypi: ['celery'], npm: ['react'] }, ['celery', 'react', 'browser', 'node', 'python']],
  empty: [{}, []],
};

for (const [name, [packages, chosen]] of Object.entries(cases)) {
  test(`findPackages reads the lock files of ${name}, and chooseFrameworks takes those that it uses`, async () => {
    const found = await findPackages(join(projects, name));
    const sorted = Object.fromEntries([...found.packages].map(([key, names]) => [key, [...names].sort()]));
    assert.deepEqual(sorted, packages);
    assert.deepEqual(
      chooseFrameworks(frameworks, found).map(({ id }) => id),
      chosen,
    );
    assert.deepEqual(found.unreadable, name === 'several' ? ['broken/composer.lock'] : []);
  });
}

test("chooseFrameworks takes a server's guides when a client of it is locked in any language", () => {
  for (const ecosystem of ['npm', 'pypi'] as const) {
    const packages = new Map([[ecosystem, new Set(['redis'])]]);
    assert.ok(
      chooseFrameworks(frameworks, { packages })
        .map(({ id }) => id)
        .includes('redis'),
    );
  }
  const packages = new Map([['pypi' as const, new Set(['express'])]]);
  assert.deepEqual(
    chooseFrameworks(frameworks, { packages }).map(({ id }) => id),
    ['python'],
  );
});
