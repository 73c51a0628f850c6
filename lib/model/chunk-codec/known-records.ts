/**
 * Forms of rrweb's common records: event type, what never changes, names of numbers, names of texts (sorted).
 * The order is part of the format.
 */
const interaction = (type: number, more = '') => `[3,{"source":2,"type":${type}${more}},["id","x","y"],[]]`;

export const knownRecords: readonly string[] = [
  '[4,{},["height","width"],["href"]]',
  '[0,{},[],[]]',
  '[1,{},[],[]]',
  interaction(1),
  interaction(0),
  '[3,{"pointerType":0,"source":2,"type":2},["id","x","y"],[]]',
  '[3,{"source":2,"type":5},["id"],[]]',
  '[3,{"source":2,"type":6},["id"],[]]',
  '[3,{"isChecked":false,"source":5,"userTriggered":true},["id"],["text"]]',
  '[3,{"isChecked":true,"source":5,"userTriggered":true},["id"],["text"]]',
  '[3,{"isChecked":false,"source":5,"userTriggered":false},["id"],["text"]]',
  '[3,{"isChecked":true,"source":5,"userTriggered":false},["id"],["text"]]',
  '[3,{"isChecked":false,"source":5},["id"],["text"]]',
  '[3,{"isChecked":true,"source":5},["id"],["text"]]',
  '[3,{"source":3},["id","x","y"],[]]',
  '[3,{"source":4},["height","width"],[]]',
  '[3,{"pointerType":1,"source":2,"type":2},["id","x","y"],[]]',
  '[3,{"pointerType":2,"source":2,"type":2},["id","x","y"],[]]',
  interaction(7),
  interaction(9),
  interaction(3),
  interaction(4),
  interaction(10),
];
