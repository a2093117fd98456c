export * from './certificateCauses';
export * from './CertificateCause';
