/** What a real server answers. Tests look into it with matchers. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- nothing is believed about it before it was looked at
export type LabObject = any;
