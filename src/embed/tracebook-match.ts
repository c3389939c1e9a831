import { dir } from '../locales/own/dir.ts';
import { embed as texts } from '../locales/own/embed.ts';
import { fill } from '../locales/own/format.ts';
import { tag } from '../locales/own/tag.ts';
import styles from 'virtual:embed-styles';
import { boxElement } from './box-element.ts';

/**
 * `<tracebook-match src="https://guides.example.org/">`: a box on any page that takes a pasted trace and answers with the
 * guides of a site. Parser, matcher and index come when the box is in view and the page is idle, or when it is used;
 * nothing of a paste is sent or stored.
 */
export class TracebookMatch extends HTMLElement {
  static readonly observedAttributes = ['src'];

  #root: HTMLElement | undefined;
  #isLoading = false;
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    this.#root ??= this.#render();
    this.#observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#observer?.disconnect();
      whenIdle(() => this.#load());
    });
    this.#observer.observe(this);
  }

  /** Some frameworks set attributes after they have put an element into the page. */
  attributeChangedCallback(): void {
    if (!this.#root) return;
    this.#observer?.disconnect();
    this.#root = undefined;
    this.#isLoading = false;
    if (this.isConnected) this.connectedCallback();
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  #render(): HTMLElement {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open', delegatesFocus: true });
    // A style element would break a strict Content-Security-Policy.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    shadow.adoptedStyleSheets = [sheet];
    const site = this.#site();
    const root = boxElement(Number(this.getAttribute('rows')) || 4, site);
    root.lang = tag;
    root.dir = dir;
    for (const event of ['focusin', 'pointerenter', 'dragenter'] as const)
      root.addEventListener(event, () => this.#load(), { once: true });
    if (site) root.addEventListener('click', openInNewTab);
    else root.querySelector('.status')!.textContent = texts.noSite;
    shadow.replaceChildren(root);
    return root;
  }

  /** Address of the site, with `/` at its end: `src`, or where this module is. */
  #site(): URL | undefined {
    const address = this.getAttribute('src') ?? new URL('./', import.meta.url).href;
    if (!URL.canParse(address, document.baseURI)) return undefined;
    const url = new URL(address, document.baseURI);
    if (!/^https?:$/.test(url.protocol)) return undefined;
    url.search = '';
    url.hash = '';
    url.pathname = url.pathname.replace(/\/*$/, '/');
    return url;
  }

  #load(): void {
    const site = this.#site();
    if (!site || this.#isLoading) return;
    this.#isLoading = true;
    void import('./connect-embed.ts').then(
      ({ connectEmbed }) => connectEmbed(this.#root!, site.href),
      () => {
        this.#root!.querySelector('.status')!.textContent = fill(texts.notLoaded, { host: site.host });
      },
    );
  }
}

/** What the reader pasted is not kept: a guide in the same tab would lose it. */
function openInNewTab(event: Event): void {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (!link) return;
  link.target = '_blank';
  link.rel = 'noopener';
}

function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 3000 });
  else setTimeout(run, 500);
}
