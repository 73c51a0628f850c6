/** Roles that have a word of their own, `pick.role.*`; all else is "元素". */
const roles = new Set(
  'button link textbox combobox checkbox radio tab menuitem option clickable img iframe label'.split(' '),
);

/** An element as people name it: “下一步”（按钮）; by its kind alone where it has no words, or none may be kept. */
export function elementWords(
  text: (key: string, ...values: (string | number)[]) => string,
  { label, role }: { label: string; role: string },
): string {
  const kind = text(`pick.role.${roles.has(role) ? role : 'other'}`);
  return label ? text('pick.named', label, kind) : kind;
}
