/** Lets the service worker keep guides, names and the matcher for a time without a network. */
const whenIdle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 2000));

async function register(): Promise<void> {
  const base = document.querySelector<HTMLElement>('[data-offline]')!.dataset['offline']!;
  await navigator.serviceWorker.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  // Who asks for less data is given none that was not asked for.
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!connection?.saveData) whenIdle(() => active?.postMessage('idle'));
}

// A browser may refuse it, as in a private window: the site works without it.
if ('serviceWorker' in navigator) register().catch(() => {});
