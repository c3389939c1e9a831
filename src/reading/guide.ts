/** What scripts add to a guide's page; without them all of it can be read. */
import { addAnchors, openTarget } from './anchors.ts';
import { keepTicks } from './checklist.ts';
import { followContents } from './contents.ts';
import { addCopyButtons } from './copy.ts';
import { showFilesInPlace } from './files.ts';

addCopyButtons(document);
addAnchors();
followContents();
keepTicks();
showFilesInPlace();
openTarget();
addEventListener('hashchange', openTarget);
