export * from './CertificatesRouter';
