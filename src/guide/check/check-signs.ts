import type { Cause, Guide } from '../content.ts';
import { recordFile, tracesOf } from '../records.ts';
import { findSign } from '../sign.ts';
import type { Report } from './report.ts';
import { fittingSignals } from './signal-fit.ts';

/**
 * Checks what tells causes apart: a cause's sign stands in each of its recorded traces, at least one of its signals fits
 * each of them, and none fits a trace of another cause.
 */
export function checkSigns(guide: Guide, report: Report): void {
  const wide = new Map<string, string>();
  for (const cause of guide.causes) {
    checkSign(cause, report);
    const unfit = tracesOf(cause).find((record) => {
      const fitting = fittingSignals(guide, record.trace);
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

function checkSign(cause: Cause, report: Report): void {
  for (const record of tracesOf(cause)) {
    const { missing } = findSign(cause.facts.sign, record.trace);
    if (missing === undefined) continue;
    const file = recordFile(cause, record, 'trace.txt');
    const message = `must stand in every recorded trace, and "${missing}" is not in ${file}, or not in this order. Copy the words from there; … is a gap.`;
    report.cause(cause, ['sign'], message);
    return;
  }
}
