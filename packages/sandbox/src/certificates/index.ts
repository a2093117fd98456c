export { startCertificates } from './startCertificates';
export type { StartCertificatesOptions } from './startCertificates';
export type { Verdict } from './CertManager';
