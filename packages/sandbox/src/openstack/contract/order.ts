/** An order that lacks nothing, with the words that are filled in. */
export const order = {
  name: 'refused',
  cluster_template_id: '<run>',
  keypair: '<keypair>',
};
