import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  GeneratorRunOptions,
  TechdocsGenerator,
} from '@backstage/plugin-techdocs-node';
import { readSite } from './site/readSite';
import { writeSite } from './writeSite';

/** Stands in for mkdocs: the same folders in, pages of the same structure out. */
export class MarkdownGenerator extends TechdocsGenerator {
  static create(options: { config: RootConfigService; logger: LoggerService }) {
    return new MarkdownGenerator({
      ...options,
      scmIntegrations: ScmIntegrations.fromConfig(options.config),
    });
  }

  override async run(options: GeneratorRunOptions): Promise<void> {
    const { inputDir, outputDir, etag, logger, siteOptions } = options;
    const site = await readSite({
      folder: inputDir,
      defaultName: siteOptions?.name,
    });
    const { warnings } = await writeSite({ site, folder: outputDir, etag });
    for (const warning of warnings) {
      logger.warn(warning);
    }
    logger.info(`Rendered ${site.pages.length} pages of "${site.name}"`);
  }
}
