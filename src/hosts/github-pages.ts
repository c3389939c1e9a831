import type { Host } from './types.ts';

/** GitHub Pages, which takes no configuration. */
export const githubPages: Host = {
  name: 'GitHub Pages',
  files: () => ({ '.nojekyll': '' }),
  notes: () => [
    'Publish dist/ by the action actions/deploy-pages; where a branch is published, keep the empty .nojekyll in it, or the folder _astro is left out.',
    'It sets no headers: pages have their Content-Security-Policy in themselves, and files with names of their own are not kept for a year.',
    'It sends Access-Control-Allow-Origin: * with every file, so other sites can embed and match.',
    'Renamed guides and short names lead on by their pages.',
    'It does not choose by Accept: agents find the Markdown twin by the link in each page, or by its address.',
  ],
};
