import { cardRule, form, phoneRule, required } from '../form.js';

const { ref } = Vue;

export default {
  setup() {
    const view = ref(null);
    const rules = {
      job: [{ ...required('请选择意向岗位'), trigger: 'change' }],
      course: [{ ...required('请选择培训工种'), trigger: 'change' }],
      phone: [required('请填写联系手机'), phoneRule],
      bankCard: [required('请填写补贴账户'), cardRule],
    };
    const ready = () => view.value.validate().catch(() => false);
    const jobs = ['纺织工艺', '电子商务', '养老护理', '物流仓储'];
    const courses = ['养老护理员', '电工', '互联网营销师'];
    return { form, view, rules, ready, jobs, courses };
  },
  // planted: r-phone-twice, r-card-twice
  template: `
    <p class="wizard-tip">职业培训补贴由另一业务处室受理，请重新填写联系方式和收款账户。</p>
    <el-form ref="view" :model="form.training" :rules="rules" label-width="150px">
      <el-form-item label="意向岗位" prop="job">
        <el-select v-model="form.training.job" placeholder="请选择意向岗位">
          <el-option v-for="job in jobs" :key="job" :label="job" :value="job"></el-option></el-select></el-form-item>
      <el-form-item label="培训工种" prop="course">
        <el-radio-group v-model="form.training.course">
          <el-radio v-for="course in courses" :key="course" :value="course">{{ course }}</el-radio></el-radio-group></el-form-item>
      <el-form-item label="联系手机" prop="phone" class="asked-again">
        <el-input v-model="form.training.phone" placeholder="请输入手机号码"></el-input></el-form-item>
      <el-form-item label="补贴账户银行卡" prop="bankCard" class="asked-again">
        <el-input v-model="form.training.bankCard" placeholder="请输入本人银行卡号" maxlength="19"></el-input></el-form-item>
    </el-form>`,
};
