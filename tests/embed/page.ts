import { expect, type Page, test as base } from '@playwright/test';
import { type HostPage, serveHostPage } from './host-page.ts';

export { expect };

/** The address of the built site. */
export const site = process.env['SITE_URL']!;
const { origin } = new URL(site);
/** Only what an embed needs: its module and its data from the site. */
export const strictPolicy = `default-src 'none'; script-src ${origin}; connect-src ${origin}`;

type Embedded = {
  /** Opens a page of another origin with an element that has these attributes. */
  open(attributes?: string, policy?: string): Promise<void>;
  requests: string[];
};

/** A test on a page of another origin on which nothing breaks its policy, throws or fails to load. */
export const test = base.extend<{ embedded: Embedded; faults: string[] }>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()} ${message.location().url}`);
      });
      await page.exposeFunction('reportViolation', (text: string) => faults.push(`policy: ${text}`));
      await page.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          (globalThis as unknown as { reportViolation(text: string): void }).reportViolation(
            `${violatedDirective} ${blockedURI}`,
          ),
        ),
      );
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  embedded: async ({ page }, use) => {
    const hosts: HostPage[] = [];
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await use({
      requests,
      async open(attributes = `src="${site}"`, policy = strictPolicy) {
        const body = `<main><h1>Handbook</h1><tracebook-match ${attributes}></tracebook-match></main>
<script type="module" src="${site}embed.js"></script>`;
        const host = await serveHostPage(body, policy);
        hosts.push(host);
        await page.goto(host.url);
      },
    });
    hosts.forEach((host) => host.close());
  },
});

/** Where the link of each card and its words are, without the addresses of the two pages. */
export async function answerOf(page: Page, root: string): Promise<string[]> {
  const box = page.locator(root);
  await expect(box.locator('.status')).not.toBeEmpty();
  await expect(box.locator('.match-list .card, .card.unmatched').first()).toBeVisible();
  const links = await box
    .locator('.matches a')
    .evaluateAll((all) =>
      all.map(
        (link) =>
          `${link.textContent} ${new URL((link as HTMLAnchorElement).href).pathname}${new URL((link as HTMLAnchorElement).href).hash}`,
      ),
    );
  return [
    (await box.locator('.status').innerText()).trim(),
    await box.locator('.matches').innerText(),
    ...links,
  ];
}
