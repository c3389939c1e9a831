import type { Page } from '@playwright/test';

/** Pastes as a person does: through the clipboard, with the keyboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.getByLabel('Paste a stack trace or search').focus();
  await page.keyboard.press('Control+v');
}
