import type { MatchGuide, MatchIndex } from '../../src/match/types.ts';

/** A small index with guides that are easy to mix up. */
export const index: MatchIndex = {
  frameworks: [
    { id: 'celery', language: 'python', packages: ['celery', 'billiard', 'kombu'] },
    { id: 'django', language: 'python', packages: ['django'] },
    { id: 'pandas', language: 'python', packages: ['pandas'] },
    { id: 'requests', language: 'python', packages: ['requests', 'urllib3'] },
    { id: 'python', language: 'python', packages: [] },
    { id: 'node', language: 'javascript', packages: [] },
    { id: 'react', language: 'javascript', packages: ['react'] },
    { id: 'prisma', language: 'typescript', packages: ['@prisma/client'] },
    { id: 'spring', language: 'java', packages: ['org.springframework'] },
    { id: 'java', language: 'java', packages: [] },
    { id: 'rust', language: 'rust', packages: [] },
    { id: 'postgresql', language: 'sql', packages: [] },
  ],
  guides: [
    guide('celery/worker-lost-error', {
      exceptions: ['billiard.exceptions.WorkerLostError', 'celery.exceptions.WorkerLostError'],
      messages: ['Worker exited prematurely: {signal} Job: {job}'],
      causes: {
        'out-of-memory': { message: ['signal 9 (SIGKILL)'], near: ['Memory cgroup out of memory'] },
        'native-crash': { message: ['signal 11 (SIGSEGV)'] },
        'time-limit': {
          frame: ['prefork.py {line} on_hard_timeout'],
          near: ['Hard time limit ({seconds}s) exceeded'],
        },
      },
    }),
    guide('celery/acquire-on-closed-pool', {
      exceptions: ['RuntimeError'],
      messages: ['Acquire on closed pool'],
    }),
    guide('django/integrity-error', {
      exceptions: ['django.db.utils.IntegrityError'],
      causes: { 'duplicate-key': { message: ['violates unique constraint "{table}_key"'] } },
    }),
    guide('pandas/key-error', { exceptions: ['KeyError'] }),
    guide('requests/connection-error', {
      exceptions: ['requests.exceptions.ConnectionError'],
      messages: ['Max retries exceeded with url: {path}'],
    }),
    guide('python/module-not-found', {
      exceptions: ['ModuleNotFoundError'],
      messages: ["No module named '{module}'"],
    }),
    guide('node/fetch-failed', { exceptions: ['TypeError'], messages: ['fetch failed'] }),
    guide('node/connection-refused', {
      exceptions: ['Error'],
      codes: ['ECONNREFUSED'],
      messages: ['connect ECONNREFUSED {address}'],
    }),
    guide('node/undefined-property', {
      exceptions: ['TypeError'],
      messages: [
        "Cannot read properties of undefined (reading '{name}')",
        "Cannot read property '{name}' of undefined",
      ],
    }),
    guide('react/invalid-hook', { messages: ["Cannot read property 'useState' of undefined"] }),
    guide('prisma/unique-constraint', {
      exceptions: ['PrismaClientKnownRequestError'],
      codes: ['P2002'],
      messages: ['Unique constraint failed on the fields: ({fields})'],
    }),
    guide('spring/port-in-use', {
      exceptions: ['org.springframework.boot.web.server.PortInUseException'],
      messages: ['Port {port} is already in use'],
    }),
    guide('java/null-pointer', { exceptions: ['java.lang.NullPointerException'] }),
    guide('java/illegal-argument', {
      exceptions: ['java.lang.IllegalArgumentException'],
      messages: ['Unsupported class file major version {n}'],
    }),
    guide('rust/unwrap-none', {
      exceptions: ['panic'],
      messages: ['called `Option::unwrap()` on a `None` value'],
    }),
    guide('postgresql/unique-violation', {
      exceptions: ['psycopg2.errors.UniqueViolation', 'PG::UniqueViolation'],
      codes: ['23505'],
      messages: ['duplicate key value violates unique constraint "{name}"'],
    }),
  ],
};

function guide(id: string, facts: Partial<MatchGuide>): MatchGuide {
  return { id, exceptions: [], messages: [], codes: [], causes: {}, ...facts };
}
