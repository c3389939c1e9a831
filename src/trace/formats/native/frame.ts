import { matchLocation } from '../../location.ts';

const DEBUGGER = [
  // frame #1: 0x00000001065e7e75 Shop`Cart.total() + 261 at Cart.swift:96
  /^\s*(?:\* )?frame #\d+: 0x[0-9a-f]+ (?<module>[^`]{1,80})`(?<name>.{1,400}?)(?: \+ \d+)?(?: at (?<file>\S{1,400}?):(?<line>\d+)(?::\d+)?)?$/,
  // #0  0x0000555555555169 in add_item (list=0x0, item=3) at list.c:12 · #1  main () at a.c:3
  /^\s*(?:#\d+ +)?(?:0x[0-9a-f]+ in )?(?<name>[^\s(][^(]{0,400}?) \(.{0,4000}\) at (?<file>\S{1,400}?):(?<line>\d+)$/,
  // #1  0x00007f2e1a43bd06 raise (libc.so.6 + 0x3bd06)
  /^\s*#\d+ +0x[0-9a-f]+ (?<name>\S{1,400}) \((?<module>\S{1,400}) \+ 0x[0-9a-f]+\)$/,
  // #2  0x00007ffff7e4a4a1 in abort () from /lib/x86_64-linux-gnu/libc.so.6 · #3 0x0000 in ?? ()
  /^\s*(?:#\d+ +)?0x[0-9a-f]+ in (?<name>[^\s(][^(]{0,400}?) \(.{0,4000}\)(?: from (?<module>\S{1,400}))?$/,
];
// #0 0x700 in main /srv/app/a.c:6:3 · #1 add /srv/app/race.cpp:6 (race+0x12) · #2 0x7 in _start (/srv/app/a+0x10)
const SANITIZER = [
  /^\s*#\d+ (?:0x[0-9a-f]+ (?:in )?)?(?:(?<name>\S.{0,4000}) )?(?<file>(?=\S*[/.])(?:[A-Za-z]:)?[^\s:(][^\s:]{0,400})(?::(?<line>\d+))?(?::(?<column>\d+))?(?: \([^()\s]+\+0x[0-9a-f]+\))?(?: \(BuildId: \w+\))?$/,
  /^\s*#\d+ (?:0x[0-9a-f]+ (?:in )?)?(?<name>[^\s(].{0,4000}?)?(?<module>\s*\([^()\s]+\+0x[0-9a-f]+\))?(?: \(BuildId: \w+\))?$/,
];
const RUNTIME =
  /^(?:\/usr\/|\/lib|\.\.\/)|\/lib\/|csu\/|libsanitizer|compiler-rt|(?:^|\/)(?:libc|libstdc\+\+|libpthread|ld-linux|libgcc_s|libm)\b/;

/** A frame as gdb, lldb and systemd's core dumps print it. */
export const parseDebuggerFrame = (text: string) => parseFrame(DEBUGGER, text);

/** A frame of a sanitizer's report. */
export const parseSanitizerFrame = (text: string) => parseFrame(SANITIZER, text);

const parseFrame = (forms: RegExp[], text: string) =>
  /^\s*(?:(?:\* )?frame )?#\d|^0x[0-9a-f]+ in /.test(text)
    ? matchLocation(forms, text, ({ file, module = '', name = '' }) => ({
        origin: RUNTIME.test(file ?? module) || /^(?:__|_start|\?\?|<)/.test(name) ? 'runtime' : 'app',
      }))
    : undefined;
