import { expect, test } from './site.ts';

/** What people type, and the guide that must come first. */
const queries = [
  ['WorkerLostError', 'celery/worker-lost-error'],
  ['billiard.exceptions.WorkerLostError', 'celery/worker-lost-error'],
  ['celery.exceptions.WorkerLostError', 'celery/worker-lost-error'],
  ['worker lost', 'celery/worker-lost-error'],
  ['SIGKILL', 'celery/worker-lost-error'],
  ['Worker exited prematurely', 'celery/worker-lost-error'],
  ['E0382', 'rust/borrow-of-moved-value'],
  ['error[E0382]', 'rust/borrow-of-moved-value'],
  ['NulPointerException', 'java/null-pointer-exception'],
  ['fetch failed', 'node/fetch-failed'],
  ['borow of moved value', 'rust/borrow-of-moved-value'],
  ['ECONNREFUSED', 'node/fetch-failed'],
  ['2 validation errors', 'pydantic/validation-error'],
  ['go map race', 'go/concurrent-map-writes'],
  ['SIGSEGV go', 'go/nil-pointer-dereference'],
  ['connection timed out, timeout 30', 'sqlalchemy/queue-pool-limit'],
  ['numpy shape mismatch', 'numpy/operands-could-not-be-broadcast'],
  ['NoneType object is not subscriptable', 'python/none-type-has-no-attribute'],
] as const;

for (const [query, guide] of queries) {
  test(`"${query}" finds ${guide} first, on the search page`, async ({ page }) => {
    await page.goto(`search/?q=${encodeURIComponent(query)}`);
    await expect(page.locator('.results a').first()).toHaveAttribute('href', new RegExp(`/guides/${guide}/`));
  });
}

for (const query of [
  'SomethingError',
  'E0381',
  'how to bake an apple pie',
  'how to be a good cook',
  '<img src=x onerror=alert(1)>',
]) {
  test(`"${query}" finds nothing, since no guide is about it`, async ({ page }) => {
    await page.goto(`search/?q=${encodeURIComponent(query)}`);
    await expect(page.getByRole('status')).toHaveText(`Nothing found for “${query}”.`);
  });
}

test('the dialog opens with / and Ctrl-K and leads to a guide by keyboard alone', async ({ page }) => {
  await page.goto('guides/');
  await page.keyboard.press('Control+k');
  const field = page
    .getByRole('dialog', { name: 'Search' })
    .getByRole('searchbox', { name: 'Search guides' });
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await page.keyboard.type('worker lost');
  await expect(field).toHaveValue('worker lost');
  const first = page.locator('.search-dialog .results a').first();
  await expect(first).toHaveAttribute('href', /worker-lost-error/);
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/guides\/celery\/worker-lost-error\//);
});

test('a search can be linked, and says when it finds nothing', async ({ page }) => {
  await page.goto('search/');
  await page.getByRole('searchbox').fill('qqqqzzzz');
  await expect(page.getByRole('status')).toHaveText('Nothing found for “qqqqzzzz”.');
  await expect(page).toHaveURL(/\?q=qqqqzzzz$/);
});

test('a search lands on the cause that fits', async ({ page }) => {
  await page.goto('search/?q=SIGKILL');
  await expect(page.locator('.results a').first()).toHaveAttribute(
    'href',
    /worker-lost-error\/#out-of-memory$/,
  );
});

test('an empty search offers names to try, and where the last search led', async ({ page }) => {
  await page.goto('search/?q=WorkerLostError');
  await page.locator('.results a').first().click();
  await page.goto('search/');
  await expect(page.locator('.results a')).toHaveText(/WorkerLostError/);
  await page.locator('.results button').first().click();
  await expect(page.getByRole('searchbox')).not.toHaveValue('');
  await expect(page.locator('.results a').first()).toBeVisible();
});

test('a search that finds nothing offers the matcher and the web', async ({ page }) => {
  await page.goto('search/?q=qqqqzzzz');
  await expect(page.getByRole('link', { name: 'Paste the whole trace' })).toHaveAttribute(
    'href',
    /\/match\/$/,
  );
  await expect(page.getByRole('link', { name: 'Search the web' })).toHaveAttribute(
    'rel',
    'noopener noreferrer',
  );
});

test('a name of several guides leads to a choice', async ({ page }) => {
  await page.goto('e/typeerror/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('TypeError');
  expect(await page.locator('.guide-list > li').count()).toBeGreaterThanOrEqual(1);
});

test('the box on the first page searches too', async ({ page }) => {
  await page.goto('');
  await page.getByLabel('Paste a stack trace or search').pressSequentially('SIGKILL');
  await expect(page.locator('.box a').first()).toHaveAttribute('href', /worker-lost-error/);
});

test.describe('at addresses that are not there', () => {
  test.use({ missing: true });
  test('the short address of a name leads to its guide, in any case', async ({ page }) => {
    for (const name of [
      'workerlosterror',
      'WorkerLostError',
      'billiard.exceptions.WorkerLostError',
      'E0382',
    ]) {
      await page.goto(`e/${name}/`, { waitUntil: 'commit' }).catch(() => {});
      await expect(page).toHaveURL(/\/guides\/[^/]+\/[^/]+\/$/);
    }
  });

  test('an address that leads nowhere is searched for its words', async ({ page }) => {
    await page.goto('guides/celery/worker-lost/');
    await expect(page.locator('.results a').first()).toHaveAttribute('href', /worker-lost-error/);
  });
});
