import { checkEmployer } from '../api.js';
import { cardRule, form, required } from '../form.js';

const { ref } = Vue;

export default {
  setup() {
    const view = ref(null);
    const employerName = ref('');
    async function knownEmployer(_rule, value) {
      const { ok, message, name } = await checkEmployer(value);
      if (!ok) throw new Error(message);
      employerName.value = name;
    }
    const rules = {
      employerCode: [
        required('请填写原单位统一社会信用代码'),
        { validator: knownEmployer, trigger: 'submit' },
      ],
      endDate: [{ ...required('请选择失业日期'), trigger: 'change' }],
      reason: [{ ...required('请选择失业原因'), trigger: 'change' }],
      bankName: [{ ...required('请选择开户银行'), trigger: 'change' }],
      bankCard: [required('请填写银行卡号'), cardRule],
    };
    const ready = () => view.value.validate().catch(() => false);
    const reasons = [
      '劳动合同期满终止',
      '用人单位提出协商解除',
      '用人单位依法裁员',
      '其他非本人意愿中断就业',
    ];
    const banks = ['云岭农商银行', '青溪市商业银行', '云岭省城市信用联社'];
    return { form, view, rules, ready, reasons, banks, employerName };
  },
  // planted: r-validation-loop, r-card-twice
  template: `
    <el-form ref="view" :model="form.benefit" :rules="rules" label-width="150px">
      <el-form-item label="原单位信用代码" prop="employerCode">
        <el-input v-model="form.benefit.employerCode" placeholder="18位统一社会信用代码" maxlength="18"></el-input></el-form-item>
      <el-form-item v-if="employerName" label="原单位名称">{{ employerName }}</el-form-item>
      <el-form-item label="失业日期" prop="endDate">
        <el-date-picker v-model="form.benefit.endDate" value-format="YYYY-MM-DD" placeholder="请选择日期"></el-date-picker></el-form-item>
      <el-form-item label="失业原因" prop="reason">
        <el-select v-model="form.benefit.reason" placeholder="请选择失业原因">
          <el-option v-for="reason in reasons" :key="reason" :label="reason" :value="reason"></el-option></el-select></el-form-item>
      <el-form-item label="开户银行" prop="bankName">
        <el-select v-model="form.benefit.bankName" placeholder="请选择开户银行">
          <el-option v-for="bank in banks" :key="bank" :label="bank" :value="bank"></el-option></el-select></el-form-item>
      <el-form-item label="银行卡号" prop="bankCard">
        <el-input v-model="form.benefit.bankCard" placeholder="用于按月发放失业保险金" maxlength="19"></el-input></el-form-item>
    </el-form>`,
};
