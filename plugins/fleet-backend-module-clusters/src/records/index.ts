export * from './CloudAnswers';
export * from './magnumTimeOf';
export * from './recordsOf';
