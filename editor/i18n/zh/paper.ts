export const paper = {
  paper: { hint: '单击一句，或按回车，在原处修改', legend: '虚线：方案未给出，发布前须确认', print: '打印' },
}
