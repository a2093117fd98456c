import {
  CertificateItem,
  certificateRenewPermission,
} from '@slipway/backstage-plugin-certificates-common';
import { Operation } from '@slipway/backstage-plugin-fleet-node/engine';
import { DOMAIN_ID } from '../domainId';
import { checkRenewal } from './checkRenewal';
import { renewCommand } from './renewCommand';
import { requestRenewal } from './requestRenewal';

/** Asks cert-manager for a new certificate now. */
export const renewOperation: Operation<CertificateItem> = {
  id: 'renew',
  domain: DOMAIN_ID,
  title: 'Renew now',
  permission: certificateRenewPermission,
  check: (item, _read, now) => checkRenewal(item, now),
  command: renewCommand,
  run: requestRenewal,
};
