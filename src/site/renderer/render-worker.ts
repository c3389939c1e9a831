import { parentPort, workerData } from 'node:worker_threads';
import type { SiteEntry } from '../../guide/entries.ts';
import { folderMaker } from '../built-files.ts';
import { settingsOnly } from './stored-content.ts';
import { loadRenderer } from './load-renderer.ts';
import type { Renderer } from './make-renderer.ts';
import { renderPage, type PageJob, type PageUnit } from './render-page.ts';

/** What a worker renders pages of, and where to. */
export type RenderWorkerData = { renderer: Renderer; settings: SiteEntry; site: string };

const { renderer, settings, site } = workerData as RenderWorkerData;
const content = settingsOnly(settings);
const pages = await loadRenderer(renderer, content);
const makeFolder = folderMaker(site);

/** Answers each `{ id, jobs }` with `{ id, units }`, in their order; an error ends the worker. */
parentPort!.on('message', async ({ id, jobs }: { id: number; jobs: PageJob[] }) => {
  const units: PageUnit[] = [];
  for (const job of jobs) units.push(await renderPage(pages, content.compiled, job, site, makeFolder));
  parentPort!.postMessage({ id, units });
});
