import builder from 'junit-report-builder';
import { checkoutPath, describeHit, placeOf, placeText, titleOf } from './describe.ts';
import { byImportance, type Report } from './types.ts';

/** JUnit's XML, which most CI systems show: a suite a file, a failed test case an error. */
export const junit: Report = {
  end(findings, { guides, max, folder }) {
    const shown = new Set(
      byImportance(findings)
        .slice(0, max)
        .map(({ group }) => group),
    );
    const report = builder.newBuilder();
    for (const { file, scan } of findings) {
      const name = clean(file ?? 'standard input');
      const suite = report.testSuite().name(name);
      const groups = scan.groups.filter((group) => shown.has(group));
      // A suite without a test case counts as broken.
      if (groups.length === 0) suite.testCase().className(name).name('no error');
      for (const group of groups) {
        const place = placeOf(group);
        const test = suite
          .testCase()
          .className(name)
          .name(clean(titleOf(group)));
        if (place) test.file(clean(checkoutPath(place.file, folder) ?? place.file));
        const hits = group.hits.map((hit) => {
          const { guide, cause, fix } = describeHit(hit, guides);
          return `${[guide, cause, fix].filter(Boolean).join('\n')}\n${guides.address(hit)} (${hit.confidence})`;
        });
        const root = group.trace.exceptions[group.trace.root];
        const where = place ? `at ${placeText(place)}\n` : '';
        const text = `${where}line ${group.first[0]}, ${group.count === 1 ? 'once' : `${group.count} times`}\n\n${hits.join('\n\n') || 'No guide fits.'}`;
        test.failure(clean(titleOf(group)), clean(root?.type || 'error'));
        test.standardOutput(clean(text));
      }
    }
    return `${report.build()}\n`;
  },
};

/** Without the characters that XML 1.0 has no way to write. */
function clean(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
