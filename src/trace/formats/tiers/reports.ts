// Reports of test runners, notebooks, error trackers and crashes, which hold a trace in a form of their own.
export { coreDump } from '../native/core-dump.ts';
export { docker } from '../docker.ts';
export { errorTrackers } from '../error-trackers.ts';
export { eslint } from '../javascript/eslint.ts';
export { exunit } from '../elixir/exunit.ts';
export { ipython } from '../python/ipython.ts';
export { jvmCrash } from '../jvm/jvm-crash.ts';
export { kubernetes } from '../kubernetes.ts';
export { logfmt } from '../go/logfmt.ts';
export { minitest } from '../ruby/minitest.ts';
export { overlay } from '../javascript/overlay.ts';
export { pytest } from '../python/pytest.ts';
export { tap } from '../javascript/tap.ts';
export { v8Fatal } from '../javascript/v8-fatal.ts';
export { visualStudio } from '../dotnet/visual-studio.ts';
export { vitest } from '../javascript/vitest.ts';
