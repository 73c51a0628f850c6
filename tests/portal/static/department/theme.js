// Colours come from the tenant's theme and are inserted as rules, not served as a stylesheet.
const sheet = document.head.appendChild(document.createElement('style')).sheet;
const rules = [
  ':root { --el-color-primary: #0b5cb8; --tenant-accent: #c8161d; }',
  '.step-title { border-left: 5px solid var(--tenant-accent); padding-left: 12px; }',
  '.wizard-tip { background: #fff7e6; border: 1px solid #f3d19e; color: #7a4b00; padding: 8px 14px; }',
  '.asked-again { color: var(--tenant-accent); }',
];
rules.forEach((rule, index) => sheet.insertRule(rule, index));
