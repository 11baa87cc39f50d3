export const gallery = {
  gallery: { title: '组件陈列', lead: '每个组件的各种状态，数据均为虚构。', inline: '句中数字', placeholder: '提示文字', long: '较长的文字会自动增高，\n换行也保留。', on: '已选', off: '未选', question: '这一项的口径与上年相同吗？', answer: '相同，见第三条。' },
}
