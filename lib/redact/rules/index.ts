import type { Rule } from '../types.ts';
import { bankCard } from './bank-card.ts';
import { birthSentence } from './birth-sentence.ts';
import { creditCode } from './credit-code.ts';
import { dateTime } from './date-time.ts';
import { documentNumber } from './document-number.ts';
import { email } from './email.ts';
import { existingTag } from './existing-tag.ts';
import { greetingName } from './greeting-name.ts';
import { halfMasked } from './half-masked.ts';
import { hotline } from './hotline.ts';
import { itemCode } from './item-code.ts';
import { keyedValue } from './keyed-value.ts';
import { labelledValue } from './labelled-value.ts';
import { learnedValue } from './learned-value.ts';
import { mobile } from './mobile.ts';
import { nameBesideNumber } from './name-beside-number.ts';
import { oneTimeCode } from './one-time-code.ts';
import { plate } from './plate.ts';
import { propertyCertificate } from './property-certificate.ts';
import { residentId } from './resident-id.ts';
import { residentialAddress } from './residential-address.ts';
import { sessionValue } from './session-value.ts';
import { spacedName } from './spaced-name.ts';
import { spacedValue } from './spaced-value.ts';
import { token } from './token.ts';
import { uuid } from './uuid.ts';

/**
 * All rules in the order of precedence: what must stay, then what a label names, then what its shape names.
 * Dates stand after the labels and the resident ID, which contain dates; UUIDs after keys and labels (and what they
 * taught), since a token may be a UUID.
 * Addresses come early: their first part may look like a code, a date or a hotline.
 */
export const RULES: readonly Rule[] = [
  existingTag,
  halfMasked,
  email,
  itemCode,
  token,
  labelledValue,
  keyedValue,
  birthSentence,
  spacedName,
  greetingName,
  learnedValue,
  sessionValue,
  uuid,
  nameBesideNumber,
  spacedValue,
  residentialAddress,
  oneTimeCode,
  documentNumber,
  propertyCertificate,
  hotline,
  residentId,
  dateTime,
  creditCode,
  mobile,
  bankCard,
  plate,
];
