import { join } from 'node:path';
import type { Cause, Guide } from '../content.ts';
import { runSettings } from '../layers.ts';
import { changedInputs, hashBytes, proofInputs } from '../proof-inputs.ts';
import { updateCommand } from '../records.ts';
import type { Report } from './report.ts';

/** Checks that every environment has a record, that it is of today's code, and that nobody edited its trace. */
export function checkRecords(guide: Guide, cause: Cause, report: Report): void {
  if (guide.facts.unproved !== undefined) return;
  for (const { environment, dir, trace, proof, invalid } of cause.recorded) {
    if (invalid) continue;
    const place = guide.framework.environments.find(({ id }) => id === environment)!;
    const again = `Run: ${updateCommand(guide, cause, environment)}`;
    if (trace === undefined && !proof) {
      if (!place.optional) report.file(dir, `This environment is not proved yet. ${again}`);
    } else if (trace === undefined || !proof) {
      const missing = trace === undefined ? 'trace.txt' : 'proof.json';
      report.file(join(dir, missing), `File is missing. ${again}`);
    } else {
      const settings = runSettings(guide, cause, place);
      if ('missing' in settings) continue;
      const changed = changedInputs(proof.inputs, proofInputs(guide, cause, place, settings));
      if (changed.length > 0) {
        const message = `is out of date since ${proof.date}: ${changed.join(', ')}. ${again}`;
        report.file(join(dir, 'proof.json'), message);
      } else if (proof.trace !== hashBytes(trace)) {
        const message = `was changed after the proof of ${proof.date}. Only prove writes it. ${again}`;
        report.file(join(dir, 'trace.txt'), message);
      }
    }
  }
}
