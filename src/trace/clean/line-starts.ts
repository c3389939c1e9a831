/**
 * Words with which a line of a report begins, whatever tool wrote it; each is telling enough to be cut at inside a line
 * that is all of a paste.
 */
const WORDS = [
  // Exception Value: text · FATAL EXCEPTION: main · Suppressed: java.lang.X: text · ERROR:  relation … · DETAIL:  text ·
  // Failure/Error: text · State: Waiting · Reason: OOMKilled · Exit Code: 137
  '(?:Exception (?:Type|Value)|FATAL (?:EXCEPTION|ERROR)|Wrapped by|Suppressed|ERROR|FATAL|PANIC|DETAIL|HINT|STATEMENT|CONTEXT|Failure/Error|Description|Action|Last State|Reason|Exit Code|Started|Finished|Ready): |----- Native stack',
  // ---> A.B: text · --- End of inner · [cause]: text · Emitted 'error' event
  "---> |--- \\p{L}[^-():]{1,200} ---|Emitted 'error' event",
  // Stack trace: · Next Exception in a.php:1 · thrown in a.php
  'Stack trace:|Next [\\w\\\\]+(?:: | in )|thrown in (?:\\w:)?[\\\\/]',
  // goroutine 1 [running]: · panic: text
  'goroutine \\d+ (?:gp=\\S+ m=\\S+ )?\\[|panic: ',
  // stack backtrace: · note: run with `RUST_BACKTRACE=1`
  'stack backtrace:|note: (?:run with|Some details)',
  // terminate called after throwing an instance of 'std::out_of_range' · what():  message · libc++abi: terminating
  'terminate called |what\\(\\): |libc\\+\\+abi: ',
  // bash: line 1: 4242 Aborted · sh: 1: tool: not found · Aborted (core dumped)
  '(?:ba|da|z)?sh: (?:line )?\\d+: |(?<!\\d {1,8})(?:Aborted|Segmentation fault)(?: \\(core dumped\\))?(?:\\s|$)',
  // collect2: error: · make: *** [Makefile:2: all] Error 1 · compilation terminated.
  'collect2: error: |make(?:\\[\\d+\\])?: (?:\\*\\*\\* |Leaving|Entering)|compilation terminated\\.',
  // a.c:1:2: error: text · a.c:1:2: warning: text · A.java:6: error: text · ./a.go:1:2: text
  '[^\\s:]{1,200}\\.(?:(?:go|py)(?::\\d+){1,2}: |\\w{1,5}(?::\\d+){1,2}: (?:(?:fatal )?error|warning|note): )',
  // main.c:(.text+0xa): undefined reference to `f'
  '[^\\s:]{1,200}:\\([^\\s()]{1,60}\\): undefined reference',
  // a.ts(1,2): error TS2345: text · a.ts:1:2 - error TS2345: text · [tsl] ERROR in · TS2345: text
  '[^\\s:()]{1,200}(?:\\(\\d+,\\d+\\): |:\\d+:\\d+ - )error TS\\d|TS\\d{4,5}: ',
  // error[E0382]: text · error: expected `;` · error: aborting due to · --> src/main.rs:1:2
  'error(?:\\[E\\d{4}\\])?: (?=.{1,400}--> )|error: (?:aborting|could not compile)|--> \\S{1,200}:\\d+:\\d+(?:\\s|$)',
  // Program received signal SIGSEGV · # A fatal error has been detected · # SIGSEGV (0xb) at pc · Failure/Error: text
  'Program received signal |# +(?:A fatal error|There is insufficient|SIG[A-Z]+ \\()|fatal: [A-Z]|Undefined symbols for',
  // =ERROR REPORT==== · ** Reason for termination == · [NullReferenceException: text]
  '=ERROR REPORT====|\\*\\* Reason for termination',
  // CMake Error at CMakeLists.txt:4 (find_package):
  'CMake Error ',
  // docker: Error response from daemon: text
  '(?:docker: )?Error response from daemon: ',
  // ERROR 1062 (23000) at line 1: text · ERROR:  relation … · DETAIL:  text
  'ERROR \\d{4} \\([0-9A-Z]{5}\\)|LINE \\d+: ',
  // (error) WRONGTYPE text
  '\\(error\\) [A-Z]{3,}',
  // * What went wrong: · FAILURE: Build failed · * Try: · BUILD FAILED · [ERROR] text · [INFO] text
  '\\* What went wrong:|\\* Try:|BUILD FAILED',
  // APPLICATION FAILED TO START · Description: · Action:
  'APPLICATION FAILED TO START|\\*{9,}',
  // (Use `node --trace-uncaught ...` · Thrown at: · Node.js v20
  "\\(Use [`']?node --trace|Thrown at:|Node\\.js v\\d",
  // Call Stack · webpack compiled with 1 error · ERROR in ./a.js 1:0-32 · Module not found: Error:
  'Call Stack |webpack compiled|ERROR in \\S|Module (?:not found|parse failed|build failed): |error during build:',
  // FAIL  a.test.js > name · ___ test_total ___ · === FAILURES === · E   KeyError: 1 · a.py:1: in f
  ' ?FAIL {1,2}\\S{1,200} > |_{3,} \\S|={4,} |E {2,}\\S',
  // rake aborted! · 1) Error: · In Importer.php line 28:
  'rake aborted!|\\d{1,3}\\) (?:Error|Failure|test ):?|In \\S{1,200}\\.php line \\d+:',
  // [UnexpectedValueException] text · ActiveRecord::RecordNotFound (text): · KeyError Traceback (most recent call last)
  '[A-Z]\\w{1,60}(?:::[A-Z]\\w{1,60}){1,5} \\(|\\w{0,100}(?:Error|Interrupt|Exit) {1,80}Traceback \\(most',
  // Cell In[1], line 4 · File ~/a.py:12, in f · ----> 4 return
  'Cell In ?\\[|File \\S{1,300}:\\d+, in |-{3,}> \\d+ ',
  // State: Waiting · Reason: OOMKilled · Exit Code: 137 · Warning BackOff · Normal Pulled
  '(?:Warning|Normal) +[A-Z][a-zA-Z]{3,40} +\\d',
  // npm error code 1 · gyp ERR! stack · error: subprocess-exited-with-error · × python · │ exit code · [end of output]
  '(?:npm|gyp) (?:ERR!|error) |error: [a-z]+-[a-z-]+ |× |│ (?![\\s│└])|╰─> ',
  // fatal: [web]: FAILED! => {…} · PLAY RECAP ***
  '(?:fatal|failed): \\[[^\\]\\s]{1,100}\\](?:: [A-Z]{6,12}!| \\(item=)|PLAY RECAP \\*',
  // Execution halted · Calls: a -> b · Backtrace: · Caused by error in `f()`:
  'Execution halted|Calls: \\S+ -> |Backtrace: |Caused by error(?: in |:)',
  // stack traceback: · CallStack (from HasCallStack):
  'stack traceback:|CallStack \\(from HasCallStack|in expression starting at ',
  // Global symbol "$total" requires … · BEGIN failed--compilation aborted · Compilation failed in require
  'Global symbol "|BEGIN failed--compilation|Compilation failed in require|Execution of \\S{1,200} aborted due',
  // CONFLICT (content): text · Automatic merge failed · error: failed to push · hint: text · make: gcc: No such file
  'CONFLICT \\([a-z]|Automatic merge failed|error: failed to push|hint: [A-Z]|make: [^\\s:*]{1,80}: (?:No such|Command not)',
  // web-1 exited with code 137
  '[\\w.-]{1,60} exited with code \\d|Process completed with exit',
  // [ERROR] text · [PARSE_ERROR] text · [UnexpectedValueException] text · [NullReferenceException: text] · [tsl] ERROR in
  '\\[(?:[A-Z_]{4,40}\\] |\\w{1,100}(?:Exception|Error)(?:\\]|:) |tsl\\] ERROR in |end of output\\])',
];
// What begins a line behind a colon as well: Traceback (most recent call last): · Caused by: text · ** (KeyError) text
export const UNAMBIGUOUS_START =
  '(?<!Group |^\\| )(?:Traceback \\(most recent call last\\):|The above exception was the direct|During handling of the above)|Caused by:(?:\\s|$)|\\*\\* \\([A-Za-z]|\\.\\.\\. \\d+ (?:more|lines|common)|\\[(?:cause|errors)\\]: ';
/** All of them, as a pattern. */
export const TOOL_LINE_START = WORDS.join('|');
/** What begins the line of a trace, told from other text only where a line begins. */
export const TRACE_LINE_START = `at |from |File \\\\*"|#\\d+ |\\d+: |--- ?[A-Z]|created by |thread '|Stack trace:|${UNAMBIGUOUS_START}|${TOOL_LINE_START}`;
