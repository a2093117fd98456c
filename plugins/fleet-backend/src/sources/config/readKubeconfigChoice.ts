import { Config } from '@backstage/config';
import { KubeconfigChoice } from '../credentials/Kubeconfig';

/** The `kubeconfig` of a cluster or of its operator. */
export function readKubeconfigChoice(
  config: Config,
): KubeconfigChoice | undefined {
  const choice = config.getOptionalConfig('kubeconfig');
  return (
    choice && {
      file: choice.getString('file'),
      context: choice.getOptionalString('context'),
    }
  );
}
