import {
  CertificateItem,
  certificateCauses,
} from '@slipway/backstage-plugin-certificates-common';
import { FleetDomain } from '@slipway/backstage-plugin-fleet-node/engine';
import { affected } from './affected';
import { chain } from './chain';
import { changes } from './changes';
import { derive } from './derive';
import { DOMAIN_ID } from './domainId';
import { remedies } from './remedies';
import { resources } from './resources';

/**
 * Certificates of cert-manager, and why they are not issued or renewed.
 *
 * @public
 */
export const domain: FleetDomain<CertificateItem> = {
  id: DOMAIN_ID,
  resources,
  causes: certificateCauses,
  affected,
  derive,
  chain,
  changes,
  remedies,
};
