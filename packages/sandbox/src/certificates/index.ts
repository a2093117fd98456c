export { startCertificates } from './startCertificates';
export type { StartCertificatesOptions } from './startCertificates';
export { AcmeRefusals } from './acme/AcmeRefusals';
export { acmeFaults } from './faults/AcmeFault';
export { AcmeSaboteur } from './faults/AcmeSaboteur';
