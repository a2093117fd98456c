import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

const endWithNpm = new URL('./endWithNpm.mjs', import.meta.url);

let folder;

before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-npm-'));
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ scripts: { start: 'node script.mjs' } }),
  );
  fs.writeFileSync(
    path.join(folder, 'script.mjs'),
    `import { endWithNpm } from ${JSON.stringify(endWithNpm.href)};
endWithNpm();
setInterval(() => {}, 60_000);
console.log('started');
`,
  );
});

after(() => fs.rmSync(folder, { recursive: true }));

for (const signal of ['SIGTERM', 'SIGKILL']) {
  test(`${signal} of npm ends the script`, { timeout: 30_000 }, async () => {
    const npm = spawn('npm', ['--silent', 'start'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = await once(npm.stdout, 'data');
    assert.match(String(line), /started/);
    npm.kill(signal);
    // Its end of the pipe closes when the last process that has it is gone.
    await once(npm.stdout.resume(), 'end');
  });
}
