/** One material of a service item, as the guide declares it. */
export interface Material {
  name: string;
  kind: '原件' | '复印件' | '电子证照' | '原件扫描件';
  source: string;
  copies: string;
  required: boolean;
  note: string;
  /** Path on the portal of a form to download; may lead nowhere on purpose. */
  templatePath?: string;
}

/** How the portal takes an application: department wizard, old site, own form, own steps, or only at the counter. */
export type Handling = 'wizard' | 'old-site' | 'form' | 'steps' | 'counter';

/** One service item with everything its guide page shows. */
export interface Item {
  key: string;
  /** 实施编码: 18 credit code + 1 level + 12 base code. */
  code: string;
  name: string;
  plainName: string;
  theme: string;
  kind: string;
  processing: '即办件' | '承诺件';
  agency: string;
  level: string;
  promiseDays: string;
  legalDays: string;
  visits: string;
  channels: string;
  depth: string;
  scope: string;
  audience: string;
  fee: string;
  conditions: string[];
  materials: Material[];
  flow: string[];
  place: string;
  hours: string;
  phone: string;
  complaint: string;
  basis: string[];
  partners: string;
  handling: Handling;
  singleSignOn: '是' | '否';
  delivery: '是' | '否';
  keywords: string[];
}
