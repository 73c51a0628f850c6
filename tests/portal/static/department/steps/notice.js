import { form } from '../form.js';

export default {
  setup() {
    const ready = () => {
      if (!form.agreed) ElementPlus.ElMessage.warning('请先阅读并勾选授权');
      return form.agreed;
    };
    return { form, ready };
  },
  template: `
    <div class="notice-text">
      <p>一、本“一件事”包含：失业登记、失业保险金申领、职业培训补贴申领、求职登记四个事项，一次填报、并联办理。</p>
      <p>二、办理时限：7个工作日；不收费；全程网办，到办事现场0次。</p>
      <p>三、失业保险金按月发放至本人银行账户，标准按照参保地最低工资标准的80%执行。</p>
      <p>四、政策咨询电话：0990-6512333；服务热线：12333、12345。</p>
    </div>
    <p class="wizard-tip">温馨提示：请提前准备好社会保障卡、银行卡。页面停留超过30分钟将自动退出。</p>
    <p><el-button id="calculate-benefit">测算可领金额</el-button>
      <el-button id="recommend-jobs">为我推荐岗位</el-button>
      <span id="benefit-result"></span></p>
    <el-checkbox v-model="form.agreed">我已阅读办事须知，并授权调用本人电子证照和共享数据</el-checkbox>`,
};
