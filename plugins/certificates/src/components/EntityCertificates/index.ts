export * from './EntityCertificates';
