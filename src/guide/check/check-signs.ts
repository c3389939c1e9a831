import type { Cause, Guide } from '../content.ts';
import { recordFile, tracesOf } from '../records.ts';
import { findSign, plainSign, signFault } from '../sign.ts';
import type { Report } from './report.ts';
import { signalFit } from './signal-fit.ts';

/**
 * Checks what tells causes apart: a cause's sign stands in each of its recorded traces, at least one of its signals fits
 * each of them, and none fits a trace of another cause.
 */
export function checkSigns(guide: Guide, report: Report): void {
  const wide = new Map<string, string>();
  const fittingSignals = signalFit(guide);
  for (const cause of guide.causes) {
    // What is not written yet is reported by itself.
    if (cause.frontmatter.sign.startsWith('TODO')) continue;
    checkSign(cause, report);
    checkTwins(guide, cause, report);
    const unfit = tracesOf(cause).find((record) => {
      const fitting = fittingSignals(record.trace);
      for (const [other, places] of fitting) {
        for (const place of other === cause.id ? [] : places)
          wide.set(`${other}#${place}`, recordFile(cause, record, 'trace.txt'));
      }
      return fitting.get(cause.id)!.size === 0;
    });
    if (!unfit) continue;
    const message = `must have one that fits ${recordFile(cause, unfit, 'trace.txt')}, and none does. Copy words from there.`;
    report.cause(cause, ['signals'], message);
  }
  for (const [key, file] of wide) {
    const [id, place] = key.split('#');
    const message = `also fits ${file}, so it does not tell the causes apart. Make it longer, or take other words.`;
    report.cause(
      guide.causes.find((cause) => cause.id === id)!,
      ['signals', Number(place)],
      message,
    );
  }
}

/** What names and places a cause is its own: two with one label or one sign cannot be told apart on the page. */
function checkTwins(guide: Guide, cause: Cause, report: Report): void {
  const before = guide.causes.slice(0, guide.causes.indexOf(cause));
  for (const field of ['title', 'short', 'sign', 'order'] as const) {
    const value = (frontmatter: Cause['frontmatter']) => plainSign(String(frontmatter[field])).toLowerCase();
    const twin = before.find((other) => value(other.frontmatter) === value(cause.frontmatter));
    if (!twin) continue;
    const message = `is the same as in ${twin.id}/, and each cause has its own. Change one.`;
    report.cause(cause, [field], message);
  }
}

function checkSign(cause: Cause, report: Report): void {
  const fault = signFault(cause.frontmatter.sign);
  if (fault) {
    report.cause(
      cause,
      ['sign'],
      `${fault}, found "${cause.frontmatter.sign}". Write it like "exited: **signal 9**".`,
    );
    return;
  }
  for (const record of tracesOf(cause)) {
    const { missing } = findSign(cause.frontmatter.sign, record.trace);
    if (missing === undefined) continue;
    const file = recordFile(cause, record, 'trace.txt');
    const message = `must stand in every recorded trace, and "${missing}" is not in ${file}, or not in this order. Copy the words from there; … is a gap.`;
    report.cause(cause, ['sign'], message);
    return;
  }
}
