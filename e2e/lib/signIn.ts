import type { Page } from 'playwright-core';

/** Signs in as a person of the sandbox, as a person would. */
export async function signIn(
  page: Page,
  url: string,
  displayName: string,
): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: `Sign in as ${displayName}` }).click();
  await page.getByRole('link', { name: 'Home' }).first().waitFor();
}
