export * from './CertificatesView';
