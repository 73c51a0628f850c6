/**
 * The invented people of the practice portal. Region 990102 exists nowhere, so that a number can be
 * well-formed (checksum included) and still belong to nobody.
 */
export interface Person {
  name: string;
  idNumber: string;
  gender: '男' | '女';
  birthDate: string;
  phone: string;
  email: string;
  address: string;
  bankCard: string;
  bankName: string;
  socialSecurityNumber: string;
  account: string;
  password: string;
}

/** Logs in at the unified login and walks all items. */
export const applicant: Person = {
  name: '张晓禾',
  idNumber: '990102198706120033',
  gender: '男',
  birthDate: '1987-06-12',
  phone: '13900001357',
  email: 'zhangxiaohe@example.com',
  address: '云岭省青溪市临江区桂花路12号3幢2单元501室',
  bankCard: '6222029901000123455',
  bankName: '云岭农商银行',
  socialSecurityNumber: '990100458213',
  account: 'zhangxiaohe',
  password: 'Lianxi@2026',
};

/** The family member shown beside the applicant, with an ID number that ends in X. */
export const relative: Person = {
  name: '李念慈',
  idNumber: '99010219590320104X',
  gender: '女',
  birthDate: '1959-03-20',
  phone: '18600002468',
  email: 'linianci@example.com',
  address: '云岭省青溪市临江区桂花路12号3幢2单元501室',
  bankCard: '6217009902000678906',
  bankName: '青溪市商业银行',
  socialSecurityNumber: '990100119307',
  account: 'linianci',
  password: 'Lianxi@2026',
};

/** The employer the applicant has left; its code passes the checksum of GB 32100-2015. */
export const employer = { name: '青溪市晨光纺织有限公司', creditCode: '91990102MA60000176' };

/** Account of the old social insurance site: not the unified one, which is the point. */
export const oldAccount = { account: '990100458213', password: 'Sb123456' };

/** Every value that must never be found in anything recorded, typed or shown. */
export function personalValues(): string[] {
  return [applicant, relative].flatMap((person) => [
    person.name,
    person.idNumber,
    person.phone,
    person.email,
    person.address,
    person.bankCard,
    person.socialSecurityNumber,
  ]);
}
