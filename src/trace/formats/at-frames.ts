import type { CollapsedFrame } from '../format.ts';

/** Frames that begin with `at`, of Java, JavaScript and .NET alike, in a trace whose newlines became spaces. */
export const atFrames: CollapsedFrame = {
  // at a.B.c(D.java:1) · at f (a.js:1:2) · at a.js:1:2 · at A.B(C d) in e.cs:line 1
  signs: ['at '],
  frame:
    /(?<!panicked |CMake Error )at (?:async |new )?(?:[^\s()'"`]{1,400}(?: \[as \w+\])? ?\([^()]{0,400}\)|[^\s()]{1,400}:\d+:\d+\b)/,
  lineStart: /(?<=:\d{1,6}\)?,?\s)(?:\{ (?!\[)|[A-Z]\w{0,80}Error\b)|(?<=\[errors\]: \[\s)/,
};
