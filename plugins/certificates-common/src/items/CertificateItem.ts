import { FleetItem } from '@slipway/backstage-plugin-fleet-common';
import { CertificateDetails } from './CertificateDetails';

/** A Certificate of cert-manager as an item of the fleet. @public */
export type CertificateItem = FleetItem<CertificateDetails>;
