/** What may be told of a chosen file: its extension and size, never its name. */
export const fileMeasure = ({ name, size }: File): { extension: string; bytes: number } => ({
  extension: /\.([A-Za-z0-9]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? '',
  bytes: size,
});
