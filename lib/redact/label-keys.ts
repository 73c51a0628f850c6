import { words } from './words.ts';

const KEYS: Record<string, string[]> = {
  'resident-id': words('sfzh sfzhm sfz idcard idcardno idcardnum idno idnumber gmsfhm gmsfzh sqrsfzh sqrsfz'),
  permit: words('certno certnum certificateno certificatenumber zjhm zjbh certcode cardno cardnum'),
  name: words(`
      xm realname truename applyname applicantname applyusername sqrxm sqrmc lxrxm lxr
      contactname linkman fullname givenname familyname
    `),
  mobile: words(`
      sjhm sjh sj mobile mobilephone mobileno phone phoneno phonenumber cellphone telphone tel
      lxdh lxsj linkphone contactphone contactmobile applytel telephone usermobile userphone
    `),
  address: words(`
      lxdz txdz jtzz zz xzz hjdz homeaddress useraddress linkaddress contactaddress
      streetaddress
    `),
  email: words('email mail dzyx yx useremail'),
  'birth-date': words('csrq csny birthday birthdate birth bday'),
  'bank-card': words('yhkh yhzh bankcard bankcardno bankaccount bankno khzh ccnumber'),
  'social-security': words('sbh sbkh shbzh shbzhm ybkh ssn socialsecurityno'),
  'housing-fund': words('gjjzh grzh gjjh'),
  'one-time-code': words('yzm captcha smscode verifycode vcode checkcode onetimecode dxyzm validatecode'),
  password: words('mm password passwd pwd currentpassword newpassword userpwd'),
  account: words('loginname loginid username account useraccount'),
  passport: words('hzh hzhm passport passportno'),
  'personal-number': words('grbh rybh jzh dzzh hyh'),
  plate: words('cphm cph hphm plateno carno'),
};

const KIND_OF = new Map(
  Object.entries(KEYS).flatMap(([kind, keys]) => keys.map((key) => [key, kind] as const)),
);

/** Kind behind a technical field name (`name`, `autocomplete`, JSON key, pinyin initials such as `sfzh`). */
export function kindOfKey(key: string): string | undefined {
  return KIND_OF.get(key.toLowerCase().replace(/[^a-z]/g, ''));
}
