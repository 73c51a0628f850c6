// A small message layer and a modal dialog, as pages of that age bring their own.
var layer = {
  msg: function (text) {
    $('.layui-layer-msg').remove();
    var box = $('<div class="layui-layer layui-layer-msg"><div class="layui-layer-content"></div></div>');
    box.find('.layui-layer-content').text(text);
    box
      .appendTo('body')
      .delay(3000)
      .fadeOut(300, function () {
        box.remove();
      });
  },
  open: function (selector) {
    $('<div class="dialog-shade"></div>').appendTo('body');
    $(selector).show();
  },
  close: function (selector) {
    $('.dialog-shade').remove();
    $(selector).hide();
  },
};
