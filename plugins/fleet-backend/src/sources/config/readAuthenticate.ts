import { Config } from '@backstage/config';
import { Authenticate } from '../credentials/Authenticate';
import { bearer } from '../credentials/bearer';
import { certificateFiles } from '../credentials/certificateFiles';
import { Kubeconfig } from '../credentials/Kubeconfig';
import { tokenFile } from '../credentials/tokenFile';
import { readKubeconfigChoice } from './readKubeconfigChoice';

/**
 * The credentials of a cluster or of its operator.
 *
 * @throws Error when there are none
 */
export function readAuthenticate(config: Config): Authenticate {
  const kubeconfig = readKubeconfigChoice(config);
  if (kubeconfig) {
    return Kubeconfig.read(kubeconfig).authenticate();
  }
  const token = config.getOptionalString('token');
  if (token) {
    return async () => bearer(token);
  }
  const file = config.getOptionalString('tokenFile');
  if (file) {
    return tokenFile(file);
  }
  const certificate = config.getOptionalConfig('clientCertificate');
  if (certificate) {
    return certificateFiles({
      certFile: certificate.getString('certFile'),
      keyFile: certificate.getString('keyFile'),
    });
  }
  throw new Error(
    'there are no credentials; give token, tokenFile or clientCertificate',
  );
}
