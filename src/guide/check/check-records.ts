import { join } from 'node:path';
import type { Cause, Guide } from '../content.ts';
import { runSettings, type RunSettings } from '../layers.ts';
import { changedInputs, hashBytes, proofInputs } from '../proof-inputs.ts';
import { updateCommand } from '../records.ts';
import type { Proof } from '../proof-schema.ts';
import type { Report } from './report.ts';

/** Checks that every environment has a record, that it is of today's code, and that nobody edited its trace. */
export function checkRecords(guide: Guide, cause: Cause, report: Report): void {
  if (guide.frontmatter.unproved !== undefined) return;
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
      } else if (!isProof(proof, settings)) {
        const message = `says what no proof can: another command, a wrong exit, or a day to come. Only prove writes it. ${again}`;
        report.file(join(dir, 'proof.json'), message);
      }
    }
  }
}

/** Whether a record can come from prove: it ran today's commands, red on broken, green on fixed, on no day to come. */
function isProof({ date, commands, broken, fixed }: Proof, settings: RunSettings): boolean {
  // A clock east of here may be a day ahead.
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  return (
    date <= tomorrow &&
    (['broken', 'fixed', 'test'] as const).every((run) => commands[run] === settings.commands[run]) &&
    broken.exit !== 0 &&
    broken.test.exit !== 0 &&
    fixed.exit === 0 &&
    fixed.test.exit === 0
  );
}
