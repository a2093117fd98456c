// `npm run lab -- build|up|status|down`: the real components (lab/README.md).
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './lib/paths.mjs';

spawn(path.join(root, 'lab/lab.sh'), process.argv.slice(2), {
  stdio: 'inherit',
}).on('exit', code => process.exit(code ?? 1));
