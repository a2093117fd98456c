export interface Config {
  slipway?: {
    techdocs?: {
      /**
       * `markdown` renders documentation in Node, for machines that have
       * neither Docker nor Python; `mkdocs` leaves it to TechDocs itself.
       *
       * @default 'mkdocs'
       */
      generator?: 'markdown' | 'mkdocs';
    };
  };
}
