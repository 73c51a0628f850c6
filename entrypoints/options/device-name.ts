const browsers = /(Firefox|Edg|Qaxbrowser|QIHU|Chrome)\/?([\d]*)/;
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

/** What the collector's list calls this browser: "Chrome 126 · Windows". */
export function deviceName(userAgent: string): string {
  const [, name = '', version = ''] = browsers.exec(userAgent) ?? [];
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  return (
    [`${name === 'Edg' ? 'Edge' : name} ${version}`.trim(), system].filter(Boolean).join(' · ') ||
    userAgent.slice(0, 200)
  );
}
