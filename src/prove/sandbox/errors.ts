/** A run that did not end by itself: the session was told to stop. */
export class Interrupted extends Error {}

/** This machine cannot make a run; the message says what is missing. */
export class Skip extends Error {}

/** A run that could not begin: the sandbox or a service did not start. The message says why. */
export class StartFailed extends Error {}
