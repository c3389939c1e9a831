/** What scripts add to a guide's page; without them all of it can be read. */
import { addAnchors, openTarget } from './anchors.ts';
import { keepTicks } from './checklist.ts';
import { followContents } from './contents.ts';
import { arrivalAt } from '../paste/session.ts';
import { addCopyButtons } from './copy.ts';
import { addTools } from './tools.ts';
import { showFilesInPlace } from './files.ts';

addCopyButtons(document);
addAnchors();
followContents();
keepTicks();
showFilesInPlace();
openTarget();
addTools();
const arrival = arrivalAt(document.querySelector<HTMLElement>('.guide')!.dataset['guide']!);
// Few readers come by a match: only they load what shows it.
if (arrival) void import('./arrival.ts').then(({ showArrival }) => showArrival(arrival));
addEventListener('hashchange', openTarget);
