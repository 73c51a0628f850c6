import { saveDraft } from './api.js';
import { emptyBenefit, form } from './form.js';
import ApplicantStep from './steps/applicant.js';
import BenefitStep from './steps/benefit.js';
import ConfirmStep from './steps/confirm.js';
import DonePage from './steps/done.js';
import MaterialsStep from './steps/materials.js';
import NoticeStep from './steps/notice.js';
import TrainingStep from './steps/training.js';

const { createApp, ref, computed } = Vue;

const steps = [
  { title: '办理须知', view: NoticeStep },
  { title: '申请人信息', view: ApplicantStep },
  { title: '失业保险金', view: BenefitStep },
  { title: '培训与就业', view: TrainingStep },
  { title: '材料上传', view: MaterialsStep },
  { title: '确认提交', view: ConfirmStep },
];

const app = createApp({
  setup() {
    const index = ref(0);
    const caseNo = ref('');
    const current = ref(null);
    const step = computed(() => steps[index.value]);

    async function next() {
      if (await current.value.ready()) index.value += 1;
    }
    function back() {
      index.value -= 1;
      // planted: r-lost-draft
      if (step.value.view === BenefitStep) form.benefit = emptyBenefit();
    }
    async function keep() {
      await saveDraft(form);
      ElementPlus.ElMessage.success('草稿已保存');
    }
    return { steps, index, step, caseNo, current, next, back, keep, DonePage };
  },
  template: `
    <el-config-provider :locale="$locale">
      <main class="wizard">
        <el-steps :active="caseNo ? steps.length : index" finish-status="success" align-center>
          <el-step v-for="item in steps" :key="item.title" :title="item.title"></el-step>
        </el-steps>
        <component v-if="caseNo" :is="DonePage" :case-no="caseNo"></component>
        <template v-else>
          <h2 class="step-title">{{ index + 1 }}. {{ step.title }}</h2>
          <component :is="step.view" ref="current" @filed="caseNo = $event"></component>
          <p class="wizard-actions">
            <el-button v-if="index > 0" @click="back">上一步</el-button>
            <el-button v-if="index > 0" @click="keep">保存草稿</el-button>
            <el-button v-if="index < steps.length - 1" type="primary" @click="next">下一步</el-button>
          </p>
        </template>
      </main>
    </el-config-provider>`,
});

app.config.globalProperties.$locale = ElementPlusLocaleZhCn;
app.use(ElementPlus);
app.mount('#wizard');
