import { submitApplication } from '../api.js';
import { form } from '../form.js';

const { ref } = Vue;

export default {
  emits: ['filed'],
  setup(_props, { emit }) {
    const sending = ref(false);
    async function submit() {
      const answer = await ElementPlus.ElMessageBox.confirm('提交后信息不可修改，确定提交吗？', '提示', {
        confirmButtonText: '确定',
        cancelButtonText: '取消',
        type: 'warning',
      }).catch(() => 'cancel');
      if (answer === 'cancel') return;
      sending.value = true;
      try {
        emit('filed', (await submitApplication(form)).caseNo);
      } catch (error) {
        ElementPlus.ElMessage.error(error.message);
      } finally {
        sending.value = false;
      }
    }
    return { form, sending, submit, ready: () => true };
  },
  // planted: r-pii-summary
  template: `
    <el-descriptions :column="2" border>
      <el-descriptions-item label="申请人">{{ form.person.name }}</el-descriptions-item>
      <el-descriptions-item label="身份证号">{{ form.person.idNumber }}</el-descriptions-item>
      <el-descriptions-item label="手机号码">{{ form.applicant.phone }}</el-descriptions-item>
      <el-descriptions-item label="银行卡号">{{ form.benefit.bankCard }}</el-descriptions-item>
      <el-descriptions-item label="常住地址" :span="2">{{ form.applicant.household }}</el-descriptions-item>
      <el-descriptions-item label="失业日期">{{ form.benefit.endDate }}</el-descriptions-item>
      <el-descriptions-item label="失业原因">{{ form.benefit.reason }}</el-descriptions-item>
      <el-descriptions-item label="意向岗位">{{ form.training.job }}</el-descriptions-item>
      <el-descriptions-item label="培训工种">{{ form.training.course }}</el-descriptions-item>
    </el-descriptions>
    <p class="wizard-submit"><el-button type="danger" size="large" :loading="sending" @click="submit">提交申请</el-button></p>`,
};
