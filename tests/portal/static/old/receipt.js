$('#print-receipt').on('click', function () {
  window.open($(this).data('url'), 'receipt', 'width=760,height=560');
});
$('body').addClass('ready');
