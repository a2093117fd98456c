export * from './EvidenceChain';
