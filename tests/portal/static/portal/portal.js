// The elder-friendly switch: larger text and targets, kept in a cookie for the next pages.
const elderSwitch = document.getElementById('elder-switch');

elderSwitch.addEventListener('click', () => {
  const elder = document.documentElement.classList.toggle('elder');
  document.cookie = `elder=${elder ? 1 : 0}; path=/; SameSite=Lax`;
  elderSwitch.textContent = elder ? '标准版' : '长辈版';
  elderSwitch.setAttribute('aria-pressed', String(elder));
});
