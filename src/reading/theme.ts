import { fill } from '../locales/own/format.ts';
import { theme as texts } from '../locales/own/theme.ts';

/** The button that changes the theme: as the system, light, dark. The choice stays on this machine. */
const themes = ['', 'light', 'dark'] as const;
const words = { '': texts.system, light: texts.light, dark: texts.dark };
type Theme = (typeof themes)[number];

const root = document.documentElement;
const button = document.querySelector<HTMLButtonElement>('.theme-switch');
const current = () => (root.dataset['theme'] ?? '') as Theme;

function describe(): void {
  button!.title = button!.ariaLabel = fill(texts.current, { theme: words[current()] });
}

function choose(theme: Theme): void {
  if (theme) root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
  try {
    if (theme) localStorage.setItem('theme', theme);
    else localStorage.removeItem('theme');
  } catch {
    // Without storage the choice holds for this page.
  }
  describe();
}

if (button) {
  delete button.dataset['waiting'];
  button.addEventListener('click', () => choose(themes[(themes.indexOf(current()) + 1) % themes.length]!));
  describe();
}
