const { reactive } = Vue;

export const emptyBenefit = () => ({ employerCode: '', endDate: '', reason: '', bankName: '', bankCard: '' });

/** All that the wizard collects, one part a step. */
export const form = reactive({
  agreed: false,
  person: null,
  applicant: { phone: '', email: '', education: '', household: '' },
  benefit: emptyBenefit(),
  training: { job: '', course: '', phone: '', bankCard: '' },
  uploads: {},
});

export const required = (message) => ({ required: true, message, trigger: 'blur' });
export const phoneRule = { pattern: /^1[3-9]\d{9}$/, message: '手机号码格式不正确', trigger: 'blur' };
export const cardRule = { pattern: /^\d{16,19}$/, message: '银行卡号格式不正确', trigger: 'blur' };
