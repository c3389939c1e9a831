import { replace, setField } from './edit-files.ts';
import { siteFile, type SiteEdit } from './edited-site.ts';

const MARK = `'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 4h16v16H4z"/></svg>'`;

/** A change of a field of site.yaml. */
const setting = (name: string, field: string, value: string): SiteEdit => ({
  name,
  apply: (site) => setField(siteFile(site), field, value),
});

/** Changes of site.yaml. */
export const settingsEdits: SiteEdit[][] = [
  [
    setting('the name of the site', 'name', 'Another site'),
    setting('the description of the site', 'description', 'What the edit says.'),
    {
      name: 'the call to action',
      apply: (site) => replace(siteFile(site), /^ {2}heading: .*$/m, `  heading: An edit`),
    },
    setting('the days for which a proof is new', 'proofDays', '1'),
  ],
  [setting('the language of the interface', 'locale', 'de')],
  [setting('the host of the site', 'url', 'https://edit.example')],
  [setting('the base path of the site', 'url', 'https://edit.example/at')],
  [
    setting('the repository', 'repository', 'https://edit.example/repository'),
    setting('the command that proves', 'proveCommand', 'make prove'),
    setting('the navigation', 'navigation', '[{ label: An edit, href: /match/ }]'),
  ],
  [
    setting("the site's mark, its icon", 'mark', MARK),
    setting('the accent', 'accent', `{ light: "#7a2d00", dark: "#ffb38a" }`),
    setting('the head of the first page', 'home', '{ heading: An edit, text: What the edit says. }'),
    setting('the foot of every page', 'footer', '{ text: An edit. }'),
  ],
  [
    setting('other sites', 'otherSites', '[{ name: Others, url: https://others.example/ }]'),
    setting('offline use', 'offline', 'true'),
  ],
  [setting('compressed files, on', 'compress', 'true')],
  [setting('the description of the site while compressed files are written', 'description', 'Another edit.')],
  [
    setting('compressed files, off', 'compress', 'false'),
    setting('a picture for each page', 'socialCards', 'true'),
  ],
];
