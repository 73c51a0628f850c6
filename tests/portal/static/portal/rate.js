// Gives the required choice a message of its own; the browser shows it in its bubble.
const levels = document.querySelectorAll('input[name=level]');
for (const level of levels) level.setCustomValidity('请选择整体评价');

document.querySelector('.levels').addEventListener('change', () => {
  for (const level of levels) level.setCustomValidity('');
});
