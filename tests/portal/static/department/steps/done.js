const { portal } = document.getElementById('wizard').dataset;

export default {
  props: ['caseNo'],
  setup: () => ({ portal }),
  template: `
    <el-result icon="success" title="提交成功" sub-title="您的申请已提交，预计7个工作日内办结">
      <template #extra>
        <p>办件编号：<strong id="case-no">{{ caseNo }}</strong></p>
        <a class="done-link" :href="portal + '/my'" target="_top">查询办件进度</a>
        <a class="done-link" :href="portal + '/rate/' + caseNo" target="_top">评价本次服务</a>
      </template>
    </el-result>`,
};
