export * from './EntityCertificatesCard';
