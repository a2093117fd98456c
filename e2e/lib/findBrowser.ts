import fs from 'node:fs';

/** Where a Chromium is, and the arguments it needs. */
export interface BrowserProgram {
  executablePath: string;
  args: string[];
}

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

// As root in a container there is no sandbox, and nothing may call home.
const ARGS = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * CHROME_PATH, a browser of the system, or the one that comes from npm.
 *
 * @throws when there is none: a browser test is never skipped.
 */
export async function findBrowser(): Promise<BrowserProgram> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!fs.existsSync(named)) {
      throw new Error(`CHROME_PATH names ${named}, which does not exist`);
    }
    return { executablePath: named, args: ARGS };
  }
  const system = SYSTEM.find(file => fs.existsSync(file));
  if (system) {
    return { executablePath: system, args: ARGS };
  }
  const { default: packed } = await import('@sparticuz/chromium');
  return {
    executablePath: await packed.executablePath(),
    args: [...packed.args, ...ARGS],
  };
}
