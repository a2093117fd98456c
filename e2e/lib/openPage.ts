import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from './findBrowser.ts';

const outputFolder = path.join(import.meta.dirname, '../output');

export interface OpenPageOptions {
  /** Pixels. @default 1280 */
  width?: number;
  /** @default 'light' */
  colorScheme?: 'light' | 'dark';
}

/** A page that remembers what went wrong in it. */
export interface WatchedPage {
  page: Page;
  /** Console errors, failed scripts and uncaught exceptions so far. */
  problems: string[];
  /** Keeps a picture in e2e/output/, for people. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a browser of its own with one page. */
export async function openPage(
  options: OpenPageOptions = {},
): Promise<WatchedPage> {
  const browser: Browser = await chromium.launch(await findBrowser());
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    ignoreHTTPSErrors: true,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') {
      problems.push(`${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', error => problems.push(String(error)));
  return {
    page,
    problems,
    async picture(name) {
      fs.mkdirSync(outputFolder, { recursive: true });
      await page.screenshot({
        path: path.join(outputFolder, `${name}.png`),
        fullPage: true,
      });
    },
    async close() {
      await browser.close();
    },
  };
}
