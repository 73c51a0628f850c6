// The five steps of 居住证积分申报. What is planted here is listed in faults.json under s-….
(() => {
  const sections = [...document.querySelectorAll('[data-step]')];
  const marks = [...document.querySelectorAll('.residence-steps li')];
  const find = (selector) => document.querySelector(selector);
  const notice = find('.residence-notice');
  // Long enough to be noticed on a busy machine too, where people and recorders look up more rarely.
  const waits = { scan: 4000, spinner: 5000, queue: 5000 };
  let rightCode = '';

  function tell(text) {
    notice.querySelector('p').textContent = text;
    notice.hidden = false;
  }
  notice.querySelector('button').addEventListener('click', () => {
    notice.hidden = true;
  });

  function show(index) {
    sections.forEach((section, at) => {
      section.hidden = at !== index;
    });
    marks.forEach((mark, at) => {
      if (at === index) mark.setAttribute('aria-current', 'step');
      else mark.removeAttribute('aria-current');
    });
    // planted: s-scan (nobody scans here: the code is taken for scanned after a while)
    if (index === 1) setTimeout(() => show(2), waits.scan);
    // planted: s-spinner
    if (index === 2) {
      const mask = find('.el-loading-mask');
      const form = find('#residence-form');
      mask.hidden = false;
      form.hidden = true;
      setTimeout(() => {
        mask.hidden = true;
        form.hidden = false;
      }, waits.spinner);
    }
  }
  for (const button of document.querySelectorAll('[data-next]'))
    button.addEventListener('click', () => show(sections.indexOf(button.closest('[data-step]')) + 1));

  // planted: s-sms
  find('#send-code').addEventListener('click', (event) => {
    rightCode = '246810';
    let left = 60;
    const button = event.currentTarget;
    button.disabled = true;
    const timer = setInterval(() => {
      left -= 1;
      button.textContent = left > 0 ? `${left}s后重发` : '获取验证码';
      button.disabled = left > 0;
      if (left === 0) clearInterval(timer);
    }, 1000);
    button.textContent = `${left}s后重发`;
  });
  // planted: s-sms-refused
  find('#check-code').addEventListener('click', () => {
    const right = rightCode !== '' && find('#sms-code').value === rightCode;
    find('.sms-refusal').textContent = right ? '' : '短信验证码错误，请重新输入';
    if (right) show(1);
  });

  // planted: s-browser
  find('#sign').addEventListener('click', () => tell('请使用IE浏览器并安装签名控件后再试'));

  // planted: s-file-size, s-material-again
  let asked = false;
  for (const field of document.querySelectorAll('input[type=file]'))
    field.addEventListener('change', () => {
      const [file] = field.files;
      if (!file) return;
      if (file.size > 200 * 1024) {
        field.value = '';
        tell('文件大小超过200KB，不支持上传');
        return;
      }
      field.nextElementSibling.textContent = '已上传';
      if (field.getAttribute('aria-label') === '上传居住证明' && !asked) {
        asked = true;
        field.nextElementSibling.textContent = '';
        tell('居住证明扫描件不清晰，请重新上传材料');
      }
    });

  // planted: s-queue, s-session, s-channel
  let tries = 0;
  find('#hand-in').addEventListener('click', () => {
    tries += 1;
    if (tries === 1) {
      tell('当前办理人数较多，正在排队，前面还有 12 人');
      setTimeout(() => {
        notice.hidden = true;
        setTimeout(() => tell('登录已失效，请重新登录'), 600);
      }, waits.queue);
    } else {
      tell('网上受理未完成，请携带原件到政务服务中心窗口办理');
    }
  });

  show(0);
})();
