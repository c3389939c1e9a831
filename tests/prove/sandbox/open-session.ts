import { openSession } from '../../../src/prove/sandbox/session.ts';

/** A program that opens a session, which removes what killed ones left, and closes it. */
await (await openSession({ print: () => {} })).close();
