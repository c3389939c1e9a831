/**
 * A stack trace, or an error message without one, as it was found in a text.
 * Field names follow OpenTelemetry's exception conventions where it has one. A fact that is not in the text is absent.
 */
export type Trace = {
  /** Id of the format that read it: the name of its file in `formats/`. */
  format: string;
  /** Language of the program that failed: `python`, `java`, `javascript`, `rust` … */
  language: string;
  /** The exceptions in printed order; never empty. */
  exceptions: Exception[];
  /** Index into `exceptions` of what the outermost handler printed. */
  reported: number;
  /** Index into `exceptions` of what explains the failure. */
  root: number;
  /** Indexes that may be the root as well where the text is ambiguous, best first; without `root`. */
  alternatives: number[];
  /** First and last line in the original text: 1-based, inclusive. */
  span: [from: number, to: number];
};

export type Exception = {
  /** As printed, qualified where the text qualifies it; a compiler's or a database's error has its own word (`error`). */
  type: string;
  /** Without the type; may hold newlines; empty when none was printed. */
  message: string;
  /** A stable code such as `ERR_MODULE_NOT_FOUND`, `E0382`, `P2002`, `23505`. */
  code?: string;
  frames: Frame[];
  /** How it relates to the exception that it explains, follows or belongs to. */
  relation?: 'cause' | 'context' | 'suppressed' | 'group';
  /** Line of the type and message in the original text: 1-based. */
  inputLine: number;
};

export type Frame = {
  file?: string;
  /** 1-based, as printed. */
  line?: number;
  /** As printed. */
  column?: number;
  function?: string;
  /** Name of the library that the frame is in: the top folder in site-packages, the npm package, the Java package. */
  package?: string;
  origin: 'app' | 'library' | 'runtime';
  /** Line in the original text: 1-based. */
  inputLine: number;
};
