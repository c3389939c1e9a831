import type { Log, ReportingDescriptor, Result } from 'sarif';
import { packageVersion } from '../../files/places.ts';
import type { GuideSource } from '../guide-source.ts';
import { checkoutPath, describeHit, placeOf, titleOf } from './describe.ts';
import { errorId } from './error-id.ts';
import { byImportance, type FoundError, type Report, type ReportOptions } from './types.ts';

/** The rule of an error that no guide explains. */
const NO_GUIDE = 'no-guide';

/** SARIF 2.1.0 (OASIS, 2020): a rule a guide and cause, a result an error, at the program's own frame. */
export const sarif: Report = {
  end(findings, options) {
    const errors = byImportance(findings).slice(0, options.max);
    const ids = [...new Set(errors.map(ruleId))];
    const log: Log = {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Tracebook',
              version: packageVersion(),
              rules: ids.map((id) =>
                rule(
                  errors.find((error) => ruleId(error) === id)!,
                  options.guides,
                ),
              ),
            },
          },
          originalUriBaseIds: { ROOT: { description: { text: 'The folder that holds the source code.' } } },
          results: errors.map((error) => result(error, ids, options)),
        },
      ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

function ruleId({ group: { hits } }: FoundError): string {
  const [hit] = hits;
  return hit ? [hit.guide, hit.cause].filter(Boolean).join('/') : NO_GUIDE;
}

function rule(error: FoundError, guides: GuideSource): ReportingDescriptor {
  const [hit] = error.group.hits;
  if (!hit) {
    return {
      id: NO_GUIDE,
      shortDescription: { text: 'An error that no guide explains' },
      help: { text: 'No guide of this site fits the error.' },
    };
  }
  const { guide, cause, fix } = describeHit(hit, guides);
  const address = guides.address(hit);
  const text = [cause, fix].filter(Boolean).join('. ') || guide;
  return {
    id: ruleId(error),
    shortDescription: { text: guide },
    fullDescription: { text },
    ...(/^https?:/.test(address) && { helpUri: address }),
    help: { text: `${text}\n${address}`, markdown: `${text}\n\n[${guide}](${address})` },
  };
}

function result(error: FoundError, ids: string[], { folder }: ReportOptions): Result {
  const { file: log, group } = error;
  const [hit] = group.hits;
  const place = placeOf(group);
  const source = place && checkoutPath(place.file, folder);
  const [uri, line] = source === undefined ? [log, group.first[0]] : [source, place!.line];
  const where = place && source === undefined ? ` at ${place.file}${place.line ? `:${place.line}` : ''}` : '';
  return {
    ruleId: ruleId(error),
    ruleIndex: ids.indexOf(ruleId(error)),
    level: 'error',
    message: { text: `${titleOf(group)}${where}` },
    occurrenceCount: group.count,
    ...(uri !== undefined && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: toUri(uri), ...(!isAbsolute(uri) && { uriBaseId: 'ROOT' }) },
            ...(line !== undefined && { region: { startLine: Math.max(1, line) } }),
          },
        },
      ],
    }),
    partialFingerprints: {
      'error/v1': errorId(group.trace),
    },
    ...(hit && { properties: { confidence: hit.confidence } }),
  };
}

function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:)/.test(path);
}

/** A path as the part of an address. */
function toUri(path: string): string {
  const plain = path.replaceAll('\\', '/').replace(/^[A-Za-z]:/, '/$&');
  const encoded = plain.split('/').map(encodeURIComponent).join('/');
  return isAbsolute(path) ? `file://${encoded}` : encoded;
}
