import { causeEdits } from './cause-edits.ts';
import { codeEdits } from './code-edits.ts';
import type { SiteEdit } from './edited-site.ts';
import { frameworkEdits } from './framework-edits.ts';
import { guideEdits } from './guide-edits.ts';
import { settingsEdits } from './settings-edits.ts';

/**
 * A change of each kind, in an order in which one can follow the other. Those of a group are made before one build: they
 * are fields of one file, or concern pages that have nothing in common.
 */
export const allEdits: SiteEdit[][] = [
  ...guideEdits,
  ...causeEdits,
  ...frameworkEdits,
  ...settingsEdits,
  ...codeEdits,
];
