import { textKeys, traceKeys } from '../../match/bucket-keys.ts';
import { matchTextInSources } from '../../match/index.ts';
import { excerptRows } from './excerpt.ts';
import { groupFound, type Item, itemOf, rootCausesFirst } from './group.ts';
import { type Guides, loadOtherGuides, loadOwnGuides, type OwnGuides } from './guides.ts';
import type { Answer, WorkerRequest, WorkerResponse } from './protocol.ts';
import { textOf } from './read-file.ts';

/** Milliseconds between two reports on a file. */
const PAUSE = 100;
/** So many errors of a text come with their lines. */
const MOST_EXCERPTS = 20;

/** Takes the share of the work on a file that is done, and the distinct errors found. */
type Report = (share: number, errors: number) => void;

const scanner = () => import('../../match/scan.ts');

/**
 * Makes what reads pasted texts and files: in a worker, or in the page where none is allowed.
 * @param reply gets each answer; the request's turn tells what it answers
 */
export function makeReader(
  reply: (response: WorkerResponse) => void,
): (request: WorkerRequest) => Promise<void> {
  let loading: Promise<OwnGuides | undefined> | undefined;
  /** Done when the page has said that buckets are asked for. */
  let announce = () => {};
  const announced = new Promise<void>((resolve) => (announce = resolve));
  let others: Promise<void>[] = [];
  /** In the order of site.yaml; absent until they have come. */
  const arrived: (Guides | undefined)[] = [];
  let current = 0;

  /** All are loaded before anything is pasted; other sites may come late, or never. */
  async function load(request: Extract<WorkerRequest, { base: string }>): Promise<void> {
    loading = loadOwnGuides(request.base);
    others = request.others.map(async (site, i) => void (arrived[i] = await loadOtherGuides(site)));
    // What only logs need comes after what a paste needs, and before anything is pasted.
    void loading.then(scanner);
    const own = await loading;
    if (own === undefined) reply({ failed: 'index' });
    else if (own.load) reply({ inBuckets: true });
  }

  const guidesOf = (own: Guides) => [own, ...arrived.filter((guides) => guides !== undefined)];

  async function readText(turn: number, text: string, own: OwnGuides): Promise<void> {
    let shown = 0;
    const find = (sites: Guides[]) => rootCausesFirst(groupFound(matchTextInSources(text, sites)));
    const show = (items: Item[], sites: Guides[]) => {
      const foreign = items.flatMap(({ hits }) => hits).filter(({ guide }) => isForeign(guide, sites)).length;
      if (sites.length > 1 && foreign === shown) return;
      shown = foreign;
      const lines = text.split(/\r\n|\r|\n/);
      items.slice(0, MOST_EXCERPTS).forEach((item) => (item.rows = excerptRows(lines, item)));
      reply(answer(turn, items, sites, { lines: lines.length, dropped: 0 }));
    };
    // The site's own answer waits for no other site.
    const items = find([own.guides()]);
    if (!(await completes(turn, items, own))) return;
    show(items, [own.guides()]);
    const showAll = () => {
      const sites = guidesOf(own.guides());
      if (current === turn && sites.length > 1) show(find(sites), sites);
    };
    showAll();
    for (const other of others) void other.then(showAll);
  }

  /**
   * Loads the guides that a text needs, where not all are loaded. Nothing but numbers of buckets leaves.
   * @returns whether the request can go on, if only to say that it was cancelled
   */
  async function loadFor(
    turn: number,
    own: OwnGuides,
    keys: () => string[] | Promise<string[]>,
  ): Promise<boolean> {
    if (!own.load) return true;
    await announced;
    const wanted = await keys();
    return loads(turn, () => own.load!(wanted));
  }

  /**
   * Loads what causes are chosen by, where an error can have several and not all is loaded.
   * @returns whether the answer can be given
   */
  async function completes(turn: number, items: Item[], own: OwnGuides): Promise<boolean> {
    return !own.loadChoices || !items.some(isUndecided) || (await loads(turn, own.loadChoices));
  }

  /** @returns false when it failed, which has been answered then */
  async function loads(turn: number, load: () => Promise<void>): Promise<boolean> {
    try {
      await load();
      return true;
    } catch {
      // This answer has no turn, and would take away what a newer one shows.
      if (current !== turn) return true;
      reply({ failed: 'index' });
      return false;
    }
  }

  /** The keys of all errors of a file, which is read for them once more than for its answer. */
  async function fileKeys(turn: number, file: Blob, report: Report): Promise<string[]> {
    const { scan, WHOLE } = await scanner();
    const none = [{ index: { frameworks: [], guides: [] }, prefix: '' }];
    const isCancelled = () => current !== turn;
    let bytes = 0;
    const { groups } = await scan(
      textOf(file, (read) => (bytes = read)),
      none,
      { isCancelled, onProgress: ({ groups }) => report(shareOf(file, bytes) / 2, groups) },
    );
    if (isCancelled()) return [];
    if (groups.length > 0) return groups.flatMap(({ trace }) => traceKeys(trace));
    let text = '';
    for await (const part of textOf(file, () => {})) {
      text += part;
      // A packed file may be small, and its text long.
      if (isCancelled() || text.length > WHOLE) return [];
    }
    return textKeys(text);
  }

  async function readFile(turn: number, file: Blob, own: OwnGuides, report: Report): Promise<void> {
    let bytes = 0;
    const isCancelled = () => current !== turn;
    const { scan } = await scanner();
    const sites = guidesOf(own.guides());
    const result = await scan(
      textOf(file, (read) => (bytes = read)),
      sites,
      { isCancelled, onProgress: ({ groups }) => report(shareOf(file, bytes), groups) },
    );
    const cancelledAt = isCancelled() ? { cancelledAt: shareOf(file, bytes) } : {};
    const items = rootCausesFirst(result.groups.map(itemOf));
    if (await completes(turn, items, own))
      reply({ ...answer(turn, items, guidesOf(own.guides()), result), ...cancelledAt });
  }

  /** Reports on a file now and then; what was found in an earlier reading stays found. */
  function reporter(turn: number): Report {
    let last = 0;
    let most = 0;
    return (share, errors) => {
      most = Math.max(most, errors);
      if (performance.now() - last < PAUSE) return;
      last = performance.now();
      reply({ turn, share, errors: most });
    };
  }

  return async (request) => {
    if ('base' in request) return load(request);
    if ('announced' in request) return announce();
    if ('cancel' in request) {
      if (request.cancel === current) current = 0;
      return;
    }
    const { turn } = request;
    current = turn;
    const own = await loading;
    if (own === undefined) return reply({ failed: 'index' });
    try {
      const isText = 'text' in request;
      const report = reporter(turn);
      const isLoaded = await loadFor(turn, own, () =>
        isText ? textKeys(request.text) : fileKeys(turn, request.file, report),
      );
      if (!isLoaded || (own.load && isText && current !== turn)) return;
      if (isText) return await readText(turn, request.text, own);
      const reportSecond: Report = (share, errors) => report((1 + share) / 2, errors);
      await readFile(turn, request.file, own, own.load ? reportSecond : report);
    } catch (error) {
      reply({ failed: 'text' in request ? 'text' : 'file', turn, reason: reasonOf(error) });
    }
  };
}

/** How much of a file has been read, from 0 to 1. */
const shareOf = ({ size }: Blob, bytes: number) => (size === 0 ? 1 : Math.min(1, bytes / size));

/** Whether the page asks which cause of the best guide it is. */
const isUndecided = ({ hits: [best, ...more] }: Item) =>
  best !== undefined && (best.cause === null || more.some(({ guide }) => guide === best.guide));

const isForeign = (guide: string, sites: Guides[]) =>
  sites.some(({ prefix }) => prefix !== '' && guide.startsWith(prefix));

function answer(
  turn: number,
  items: Item[],
  sites: Guides[],
  { lines, dropped }: Pick<Answer, 'lines' | 'dropped'>,
): Answer {
  const named = new Set(items.flatMap(({ hits }) => hits.map(({ guide }) => guide)));
  const guides = sites.flatMap(({ titles }) => titles).filter(({ key }) => named.has(key));
  for (const item of items) delete item.trace;
  return { turn, items, lines, dropped, guides };
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
