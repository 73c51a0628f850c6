$(function () {
  $('#query').on('click', function () {
    // planted: x-layer-toast
    if (!$('#aac001').val()) {
      layer.msg('个人编号不能为空');
      return;
    }
    $.post(
      '/transfer/query.do',
      { aac001: $('#aac001').val() },
      function (found) {
        if (!found.name) {
          alert('未查询到参保信息');
          return;
        }
        $('#insured')
          .text(found.name + '　' + found.idNumber)
          .attr('data-idcard', found.idNumber);
        // planted: x-alert
        alert('查询成功，请核对参保人信息！');
      },
      'json',
    );
  });

  $('#choose-place').on('click', function () {
    layer.open('#place-dialog');
  });
  $('.dialog-close').on('click', function () {
    layer.close('#place-dialog');
  });
  $('.place').on('click', function () {
    $('#from-place').val($(this).text());
    layer.close('#place-dialog');
  });

  $('#submit').on('click', function () {
    if (!$('#from-place').val() || !$('#reason').val() || !$('#phone').val()) {
      layer.msg('请填写完整');
      return;
    }
    // planted: x-confirm
    if (!confirm('提交后不可修改，确认提交吗？')) return;
    $.post(
      '/transfer/submit.do',
      {},
      function (filed) {
        alert('提交成功！');
        location.href = '/result.html?no=' + filed.no;
      },
      'json',
    );
  });

  $('body').addClass('ready');
});
