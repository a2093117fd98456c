export * from './ensureTemplate';
export * from './TemplateRequest';
