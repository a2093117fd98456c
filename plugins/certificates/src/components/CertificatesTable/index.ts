export * from './CertificatesTable';
