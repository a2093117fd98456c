import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { techdocsGeneratorExtensionPoint } from '@backstage/plugin-techdocs-node';
import { MarkdownGenerator } from './MarkdownGenerator';
import { DocsPrebuilder } from './prebuild/DocsPrebuilder';

const KEY = 'slipway.techdocs.generator';

/**
 * Renders documentation in Node where `slipway.techdocs.generator` is
 * `markdown`; does nothing otherwise.
 *
 * @public
 */
export const techdocsModuleMarkdown = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'markdown',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        generator: techdocsGeneratorExtensionPoint,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ config, generator, logger, scheduler, ...deps }) {
        const choice = config.getOptionalString(KEY) ?? 'mkdocs';
        if (choice === 'mkdocs') {
          return;
        }
        if (choice !== 'markdown') {
          throw new InputError(
            `${KEY} is "${choice}"; it must be markdown or mkdocs`,
          );
        }
        generator.setTechdocsGenerator(
          MarkdownGenerator.create({ config, logger }),
        );
        const prebuilder = DocsPrebuilder.create({ ...deps, logger });
        await scheduler.scheduleTask({
          id: 'prebuild-docs',
          scope: 'local',
          initialDelay: { seconds: 2 },
          frequency: { seconds: 10 },
          timeout: { minutes: 5 },
          fn: signal => prebuilder.run(signal),
        });
      },
    });
  },
});
