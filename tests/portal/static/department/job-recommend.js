// planted: r-job-rejection (the answer is a maintenance page, and nobody catches that)
document.addEventListener('click', (event) => {
  if (!event.target.closest('#recommend-jobs')) return;
  fetch('/api/jobs/recommend').then((response) => {
    if (!response.headers.get('content-type').includes('json')) throw new Error('岗位推荐接口返回格式不正确');
    return response.json();
  });
});
