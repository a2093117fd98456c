// One file with all of the suite that it needs: it is installed where nothing
// else of Slipway, and nothing of Backstage, is.
import { build } from 'esbuild';
import fs from 'node:fs';

const { dependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8'));

/** Of each package and file only what is used comes along. */
const onlyWhatIsUsed = {
  name: 'only-what-is-used',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(@(slipway|backstage)\/|\.)/ }, async args => {
      if (args.pluginData === onlyWhatIsUsed) {
        return undefined;
      }
      const { importer, kind, resolveDir } = args;
      const pluginData = onlyWhatIsUsed;
      const found = await resolve(args.path, {
        importer,
        kind,
        resolveDir,
        pluginData,
      });
      return { ...found, sideEffects: false };
    });
  },
};

/** Permissions are declared beside what is used; nobody asks for them here. */
const withoutPermissions = {
  name: 'without-permissions',
  setup({ onLoad, onResolve }) {
    const namespace = 'permissions';
    onResolve({ filter: /^@backstage\/plugin-permission-common$/ }, () => ({
      path: 'declared',
      namespace,
    }));
    onLoad({ filter: /.*/, namespace }, () => ({
      contents: 'exports.createPermission = permission => permission;',
    }));
  },
};

fs.rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.cjs.js',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: Object.keys(dependencies),
  plugins: [withoutPermissions, onlyWhatIsUsed],
  metafile: true,
  logLevel: 'warning',
});

const [output] = Object.values(metafile.outputs);
const foreign = Object.entries(output.inputs)
  .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  .map(([file]) => file)
  .filter(file => file.includes('node_modules'));
if (foreign.length > 0) {
  throw new Error(`Others' code is in the bundle: ${foreign.join(', ')}`);
}
