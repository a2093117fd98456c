import fs from 'node:fs/promises';
import path from 'node:path';
import { renderMarkdown } from './render/renderMarkdown';
import { renderPage } from './render/renderPage';
import { stylesheet } from './render/stylesheet';
import { listFiles } from './site/listFiles';
import { Site } from './site/types';

/** Writes pages, their files, the search index and what TechDocs keeps beside them. */
export async function writeSite(options: {
  site: Site;
  folder: string;
  etag?: string;
}): Promise<{ warnings: string[] }> {
  const { site, folder, etag } = options;
  const write = async (file: string, content: string) => {
    const target = path.join(folder, file);
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.writeFile(target, content);
  };
  const warnings: string[] = [];
  const documents: Array<{ location: string; title: string; text: string }> =
    [];

  for (const page of site.pages) {
    const rendered = renderMarkdown(page, site);
    warnings.push(...rendered.warnings);
    await write(
      `${page.url}index.html`,
      renderPage({ page, site, rendered, stylesheet: stylesheet.path }),
    );
    for (const { id, title, text } of rendered.sections) {
      documents.push({
        location: id ? `${page.url}#${id}` : page.url,
        title: title ?? page.title,
        text: text.trim(),
      });
    }
  }
  for (const asset of site.assets) {
    const target = path.join(folder, asset);
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.copyFile(path.join(site.docsFolder, asset), target);
  }
  await write(stylesheet.path, stylesheet.css);
  await write(
    'search/search_index.json',
    JSON.stringify({ config: { lang: ['en'] }, docs: documents }),
  );
  await write(
    'techdocs_metadata.json',
    JSON.stringify({
      site_name: site.name,
      site_description: site.description ?? '',
      etag,
      build_timestamp: Date.now(),
      files: await listFiles(folder),
    }),
  );
  return { warnings };
}
