/** What common kits put a field and its label in, and the label inside it. */
export const formItems: readonly { item: string; label: string }[] = [
  { item: 'el-form-item', label: 'el-form-item__label' },
  { item: 'ant-form-item', label: 'ant-form-item-label' },
  { item: 'ivu-form-item', label: 'ivu-form-item-label' },
  { item: 'layui-form-item', label: 'layui-form-label' },
  { item: 'van-field', label: 'van-field__label' },
  { item: 'arco-form-item', label: 'arco-form-item-label' },
  { item: 't-form__item', label: 't-form__label' },
  { item: 'weui-cell', label: 'weui-label' },
];

/** Any of them; hand-made ones too. */
export const formItem = `${formItems.map(({ item }) => `.${item}`).join()},.form-group,.form-item`;
/** Labels that nothing else is marked as. */
export const kitLabel = formItems.map(({ label }) => `.${label}`).join();
/** Labels, those of HTML included. */
export const itemLabel = `${kitLabel},label`;
