import fs from 'node:fs';
import { Config } from '@backstage/config';
import { ClusterAccess } from '@slipway/backstage-plugin-fleet-node';
import { checkProxyUrl } from '../credentials/checkProxyUrl';
import { inClusterAccess } from '../credentials/inClusterAccess';
import { Kubeconfig } from '../credentials/Kubeconfig';
import { readAuthenticate } from './readAuthenticate';
import { readKubeconfigChoice } from './readKubeconfigChoice';

/**
 * How an entry of `fleet.clusters` is reached.
 *
 * @throws Error with what is wrong and what to do
 */
export function readAccess(config: Config): ClusterAccess {
  const proxyUrl = checkProxyUrl(config.getOptionalString('proxyUrl'));
  return { ...readServer(config), ...(proxyUrl && { proxyUrl }) };
}

function readServer(config: Config): ClusterAccess {
  const kubeconfig = readKubeconfigChoice(config);
  const inCluster = config.getOptionalBoolean('inCluster') ?? false;
  const url = config.getOptionalString('url');
  const ways = [kubeconfig, inCluster, url].filter(Boolean).length;
  if (ways !== 1) {
    throw new Error('give exactly one of kubeconfig, url and inCluster');
  }
  if (kubeconfig) {
    return Kubeconfig.read(kubeconfig).access();
  }
  return url ? readUrl(url, config) : inClusterAccess();
}

function readUrl(url: string, config: Config): ClusterAccess {
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new Error(`url is no http(s) address: ${url}`);
  }
  const caData = config.getOptionalString('caData');
  const caFile = config.getOptionalString('caFile');
  const ca = caData
    ? Buffer.from(caData, 'base64').toString()
    : caFile && fs.readFileSync(caFile, 'utf8');
  if (caData && !ca?.includes('-----BEGIN CERTIFICATE-----')) {
    throw new Error('caData is not base64 of a PEM certificate');
  }
  return {
    server: url,
    ...(ca && { ca }),
    skipTlsVerify: config.getOptionalBoolean('skipTlsVerify') ?? false,
    authenticate: readAuthenticate(config),
  };
}
