import { loadSharedPerson } from '../api.js';
import { form, phoneRule, required } from '../form.js';

const { ref, onMounted } = Vue;

export default {
  setup() {
    const view = ref(null);
    const loading = ref(!form.person);
    onMounted(async () => {
      if (form.person) return;
      form.person = await loadSharedPerson();
      form.applicant.household = form.person.address;
      document.getElementById('aae010').value = form.person.bankCard;
      loading.value = false;
    });
    const rules = {
      phone: [required('请填写手机号码'), phoneRule],
      education: [{ ...required('请选择文化程度'), trigger: 'change' }],
      household: [required('请填写常住地址')],
    };
    const ready = () => !loading.value && view.value.validate().catch(() => false);
    const levels = ['初中及以下', '高中/中专', '大专', '本科及以上'];
    return { form, view, loading, rules, ready, levels };
  },
  // planted: r-pii-text, r-pii-placeholder, r-phone-twice
  template: `
    <div v-loading="loading" element-loading-text="正在核验共享数据，请稍候……" class="shared-person">
      <el-descriptions v-if="form.person" :column="2" border>
        <el-descriptions-item label="姓名">{{ form.person.name }}</el-descriptions-item>
        <el-descriptions-item label="身份证号">{{ form.person.idNumber }}</el-descriptions-item>
        <el-descriptions-item label="性别">{{ form.person.gender }}</el-descriptions-item>
        <el-descriptions-item label="出生日期">{{ form.person.birthDate }}</el-descriptions-item>
        <el-descriptions-item label="户籍地址" :span="2">
          <span :title="form.person.address">{{ form.person.address }}</span></el-descriptions-item>
      </el-descriptions>
    </div>
    <el-form ref="view" :model="form.applicant" :rules="rules" label-width="120px">
      <el-form-item label="手机号码" prop="phone">
        <el-input v-model="form.applicant.phone"
          :placeholder="form.person ? '预留号码 ' + form.person.phoneOnFile : '请输入手机号码'"></el-input></el-form-item>
      <el-form-item label="电子邮箱" prop="email">
        <el-input v-model="form.applicant.email" placeholder="选填"></el-input></el-form-item>
      <el-form-item label="文化程度" prop="education">
        <el-select v-model="form.applicant.education" placeholder="请选择文化程度">
          <el-option v-for="level in levels" :key="level" :label="level" :value="level"></el-option></el-select></el-form-item>
      <el-form-item label="常住地址" prop="household">
        <el-input v-model="form.applicant.household"></el-input></el-form-item>
    </el-form>`,
};
