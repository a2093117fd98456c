export * from './accountNames';
export * from './accountObjects';
export * from './AccountTokens';
export * from './removeAccount';
export * from './verifyAccount';
