/** What the page for a time without a network says. */
export const offline = {
  title: 'You are offline',
  text: 'This page was not read on this machine before, so it is not kept here. These are:',
  guides: 'Guides',
  exceptions: 'Exceptions A to Z',
  match: 'Match a trace',
};
