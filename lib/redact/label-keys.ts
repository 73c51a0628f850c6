import { onFirstUse } from './on-first-use.ts';
import { words } from './words.ts';

const KEYS: Record<string, string> = {
  'resident-id': 'sfzh sfzhm sfz idcard idcardno idcardnum idno idnumber gmsfhm gmsfzh sqrsfzh sqrsfz',
  permit: 'certno certnum certificateno certificatenumber zjhm zjbh certcode cardno cardnum',
  name: `
      xm realname truename applyname applicantname applyusername sqrxm sqrmc lxrxm lxr
      contactname linkman fullname givenname familyname
    `,
  mobile: `
      sjhm sjh sj mobile mobilephone mobileno phone phoneno phonenumber cellphone telphone tel
      lxdh lxsj linkphone contactphone contactmobile applytel telephone usermobile userphone
    `,
  address: `
      lxdz txdz jtzz zz xzz hjdz homeaddress useraddress linkaddress contactaddress
      streetaddress
    `,
  email: 'email mail dzyx yx useremail',
  'birth-date': 'csrq csny birthday birthdate birth bday',
  'bank-card': 'yhkh yhzh bankcard bankcardno bankaccount bankno khzh ccnumber',
  'social-security': 'sbh sbkh shbzh shbzhm ybkh ssn socialsecurityno',
  'housing-fund': 'gjjzh grzh gjjh',
  'one-time-code': 'yzm captcha smscode verifycode vcode checkcode onetimecode dxyzm validatecode',
  password: 'mm password passwd pwd currentpassword newpassword userpwd',
  account: 'loginname loginid username account useraccount',
  passport: 'hzh hzhm passport passportno',
  'personal-number': 'grbh rybh jzh dzzh hyh',
  'credit-code': 'uscc creditcode tyshxydm shxydm nsrsbh',
  'property-certificate': 'bdcqzh bdcdyh fczh fcz',
  token:
    'token accesstoken refreshtoken idtoken ticket sessionid jsessionid session sid cookie setcookie authorization ' +
    'csrftoken xsrftoken apikey appsecret clientsecret xaccesstoken xtoken',
  plate: 'cphm cph hphm plateno carno',
};

const kindOf = onFirstUse(
  () =>
    new Map(Object.entries(KEYS).flatMap(([kind, keys]) => words(keys).map((key) => [key, kind] as const))),
);

/** Kind behind a technical field name (`name`, `autocomplete`, JSON key, pinyin initials such as `sfzh`). */
export function kindOfKey(key: string): string | undefined {
  const plain = key.toLowerCase().replace(/[^a-z]/g, '');
  return kindOf().get(plain) ?? (/(?:session(?:id)?|token)$/.test(plain) ? 'token' : undefined);
}
