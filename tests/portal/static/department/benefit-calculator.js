// planted: r-script-error (the rules of the province were never delivered with this page)
document.addEventListener('click', (event) => {
  if (!event.target.closest('#calculate-benefit')) return;
  const rules = window.provinceBenefitRules;
  document.getElementById('benefit-result').textContent = `每月约 ${rules.monthlyAmount} 元`;
});
