export * from './CertificatePage';
