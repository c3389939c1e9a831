import { parseDocument, visit } from 'yaml';
import type { Guide } from '../content.ts';
import { runSettings } from '../layers.ts';
import type { Report } from './report.ts';

/** Checks that the workflow is YAML, and that a step of it runs the test of each cause; a comment runs nothing. */
export function checkWorkflow(guide: Guide, report: Report): void {
  const { path, text } = guide.ci;
  const document = parseDocument(text, { prettyErrors: false });
  const [fault] = document.errors;
  if (fault) {
    const line = text.slice(0, fault.pos[0]).split('\n').length;
    const message = `is not YAML: ${fault.message.trim().replace(/\.$/, '')}. Correct it.`;
    report.file(path, message, { line });
    return;
  }
  const runs: string[] = [];
  visit(document, {
    Pair(_, { key, value }) {
      if (String(key) === 'run' && value) runs.push(String(value));
    },
  });
  for (const cause of guide.causes) {
    const environment = guide.framework.environments[0];
    const settings = environment && runSettings(guide, cause, environment);
    if (!settings || 'missing' in settings) continue;
    const { test } = settings.commands;
    if (runs.some((run) => run.includes(test))) continue;
    const message = `must run the command that proves ${guide.id}/${cause.id}, "${test}". Add it as a step.`;
    report.file(path, message);
  }
}
