import { isChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { getMkdocsYml } from '@backstage/plugin-techdocs-node';
import fs from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from './listFiles';
import { createNavigation } from './createNavigation';
import { MkdocsConfig, parseMkdocsConfig } from './parseMkdocsConfig';
import { pageUrl } from './pageUrl';
import { readTitle } from './readTitle';
import { Page, Site } from './types';

/** Reads mkdocs.yml (or does without) and all Markdown of a folder. */
export async function readSite(options: {
  folder: string;
  defaultName?: string;
}): Promise<Site> {
  const root = await fs.realpath(options.folder);
  const config = await readConfig(root, options.defaultName);
  const docsFolder = await findDocsFolder(root, config);
  const files = await listFiles(docsFolder);

  const pages: Page[] = await Promise.all(
    files
      .filter(file => file.endsWith('.md'))
      .map(async source => {
        const markdown = await fs.readFile(
          path.join(docsFolder, source),
          'utf8',
        );
        return {
          source,
          url: pageUrl(source),
          title: readTitle(markdown, source),
          markdown,
        };
      }),
  );
  if (pages.length === 0) {
    throw new InputError(
      `There is no documentation: ${config.docsDir}/ contains no .md file`,
    );
  }
  const { navigation, ordered } = createNavigation(pages, config.nav);
  return {
    name: config.siteName,
    description: config.siteDescription,
    docsFolder,
    pages: ordered,
    assets: files.filter(file => !file.endsWith('.md')),
    navigation,
  };
}

async function readConfig(
  root: string,
  name: string | undefined,
): Promise<MkdocsConfig> {
  for (const file of ['mkdocs.yml', 'mkdocs.yaml']) {
    const stats = await fs.lstat(path.join(root, file)).catch(() => undefined);
    if (stats?.isSymbolicLink()) {
      throw new InputError(`${file} is a symbolic link`);
    }
  }
  const { path: file, content } = await getMkdocsYml(root, { name });
  return parseMkdocsConfig(content, path.basename(file));
}

// The folder comes from somebody's repository: it must not lead out of it.
async function findDocsFolder(
  root: string,
  config: MkdocsConfig,
): Promise<string> {
  const wanted = path.resolve(root, config.docsDir);
  const real = await fs.realpath(wanted).catch(() => undefined);
  if (real === undefined) {
    throw new InputError(
      `There is no documentation: the folder ${config.docsDir}/ does not exist`,
    );
  }
  if (!isChildPath(root, real)) {
    throw new InputError(
      `docs_dir "${config.docsDir}" leads out of the repository`,
    );
  }
  return real;
}
