import { ScaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { withPlainErrors } from '@slipway/backstage-plugin-fleet-node';
import { createClusterCreateAction } from './clusterCreate';
import { createClusterDeleteAction } from './clusterDelete';
import { createClusterResizeAction } from './clusterResize';
import { createClusterTemplateEnsureAction } from './clusterTemplateEnsure';
import { createClusterUpgradeAction } from './clusterUpgrade';
import { createClusterWaitAction } from './clusterWait';
import { MagnumActionOptions } from './MagnumActionOptions';
import { createNodegroupDeleteAction } from './nodegroupDelete';
import { createNodegroupEnsureAction } from './nodegroupEnsure';

/** All actions of this module. */
export function createActions(
  options: MagnumActionOptions,
): Parameters<ScaffolderActionsExtensionPoint['addActions']> {
  return [
    withPlainErrors(createClusterCreateAction(options)),
    withPlainErrors(createClusterDeleteAction(options)),
    withPlainErrors(createClusterResizeAction(options)),
    withPlainErrors(createClusterTemplateEnsureAction(options)),
    withPlainErrors(createClusterUpgradeAction(options)),
    withPlainErrors(createClusterWaitAction(options)),
    withPlainErrors(createNodegroupDeleteAction(options)),
    withPlainErrors(createNodegroupEnsureAction(options)),
  ];
}
