import { join } from 'node:path';
import { readContent, type Guide } from '../../../src/guide/content.ts';
import { guideTitles, matchIndex } from '../../../src/guide/match-index.ts';
import { sortGuides } from '../../../src/match/sort-guides.ts';
import type { GuideTitles, MatchGuide, MatchIndex } from '../../../src/match/types.ts';
import { projectRoot } from '../../../src/site/project.ts';
import { modelsOf } from '../build/models.ts';
import { createRandom } from '../build/random.ts';
import { numberWord, wordRenamer } from '../build/rename-words.ts';

/** What a site of synthetic guides publishes for matching, and the traces that its guides recorded. */
export type SyntheticSite = {
  index: MatchIndex;
  titles: GuideTitles[];
  traces: { guide: string; text: string }[];
};

/** Makes the index of synthetic guides, as `writeSyntheticContent` names and renames them, without writing their files. */
export function syntheticSite(count: number, seed = 1): SyntheticSite {
  const { content } = readContent(join(projectRoot, 'content'));
  const random = createRandom(seed);
  const models = modelsOf(content);
  const facts = new Map(models.map(({ guide }) => [guide.id, factsOf(guide)]));
  const site: SyntheticSite = { index: matchIndex({ ...content, guides: [] }), titles: [], traces: [] };
  for (let i = 0; i < count; i++) {
    const model = random.pick(models);
    const name = numberWord(i);
    const prefix = name[0]!.toUpperCase() + name.slice(1);
    const rename = wordRenamer(model.words, model.names, prefix, model.taken, random);
    const { guide, title, texts } = facts.get(model.guide.id)!;
    const id = `${model.guide.id}-${name}`;
    site.index.guides.push({ ...renameTexts(guide, rename), id });
    site.titles.push({ ...renameTexts(title, rename), id, causes: renameCauses(title, rename) });
    site.traces.push(...texts.map((text) => ({ guide: id, text: rename(text) })));
  }
  site.index.guides = sortGuides(site.index.guides);
  return site;

  function factsOf(guide: Guide) {
    const own = { ...content, guides: [guide] };
    return {
      guide: matchIndex(own).guides[0]!,
      title: guideTitles(own)[0]!,
      texts: guide.causes.flatMap(({ recorded }) => recorded.flatMap(({ trace }) => trace ?? [])),
    };
  }
}

const renameTexts = <Facts extends MatchGuide | GuideTitles>(
  facts: Facts,
  rename: (text: string) => string,
): Facts =>
  JSON.parse(JSON.stringify(facts), (_key, value: unknown) =>
    typeof value === 'string' ? rename(value) : value,
  ) as Facts;

/** The titles of causes; their ids are anchors, which the index has as keys, and stay. */
const renameCauses = (title: GuideTitles, rename: (text: string) => string) =>
  renameTexts(title, rename).causes.map((cause, i) => ({ ...cause, id: title.causes[i]!.id }));
