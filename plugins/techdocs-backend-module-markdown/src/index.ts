/**
 * TechDocs generator that renders Markdown in Node.
 *
 * @packageDocumentation
 */
export { techdocsModuleMarkdown as default } from './module';
