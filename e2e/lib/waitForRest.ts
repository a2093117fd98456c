import type { Page } from 'playwright-core';

/** Waits until nothing is loading and nothing fades any more: what is half faded has no contrast. */
export async function waitForRest(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"]') &&
      !document.getAnimations().some(one => one instanceof CSSTransition),
  );
}
