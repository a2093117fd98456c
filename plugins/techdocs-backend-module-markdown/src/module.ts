import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { techdocsGeneratorExtensionPoint } from '@backstage/plugin-techdocs-node';
import { MarkdownGenerator } from './MarkdownGenerator';

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
        config: coreServices.rootConfig,
        generator: techdocsGeneratorExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ config, generator, logger }) {
        const choice = config.getOptionalString(KEY) ?? 'mkdocs';
        if (choice === 'markdown') {
          generator.setTechdocsGenerator(
            MarkdownGenerator.create({ config, logger }),
          );
        } else if (choice !== 'mkdocs') {
          throw new InputError(
            `${KEY} is "${choice}"; it must be markdown or mkdocs`,
          );
        }
      },
    });
  },
});
