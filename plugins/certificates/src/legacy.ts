/**
 * The same pages for apps of the old frontend system.
 *
 * @packageDocumentation
 */
export { canHaveCertificates } from './entity/canHaveCertificates';
export {
  CertificatesPage,
  certificatesPlugin,
  EntityCertificatesCard,
  EntityCertificatesContent,
} from './legacy/plugin';
export { certificatesTranslationRef } from './translation';
