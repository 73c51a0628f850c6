import { uploadFile } from '../api.js';
import { form } from '../form.js';

// planted: r-extra-material (the household register is not on the guide), r-shareable-material
const materials = [
  { name: '居民身份证扫描件', note: '系统已关联电子证照，仍请上传正反面' },
  { name: '终止或解除劳动关系证明', note: '加盖单位公章' },
  { name: '户口簿首页及本人页扫描件', note: '与原件一致' },
];

export default {
  setup() {
    async function send(material, { file }) {
      const { ok, message } = await uploadFile(material, file);
      if (ok) form.uploads[material] = file.name;
      else ElementPlus.ElMessage.error(message);
    }
    function ready() {
      const missing = materials.find(({ name }) => !form.uploads[name]);
      if (missing) ElementPlus.ElMessage.error(`请上传${missing.name}`);
      return !missing;
    }
    return { form, materials, send, ready };
  },
  template: `
    <table class="materials"><thead><tr><th>材料名称</th><th>要求</th><th>上传</th></tr></thead>
      <tbody><tr v-for="material in materials" :key="material.name">
        <td><span class="must">*</span> {{ material.name }}</td><td>{{ material.note }}</td>
        <td><el-upload action="/api/upload" :http-request="(options) => send(material.name, options)"
            :show-file-list="false">
            <el-button type="primary" plain :aria-label="'上传' + material.name">选择文件</el-button></el-upload>
          <span class="uploaded" v-if="form.uploads[material.name]">✓ {{ form.uploads[material.name] }}</span></td>
      </tr></tbody></table>
    <p class="wizard-tip">仅支持 PDF 格式，单个文件不超过 2MB。</p>`,
};
