export * from './CertificateDetails';
export * from './CertificateIssuer';
export * from './CertificateItem';
