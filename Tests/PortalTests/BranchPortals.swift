import PortalTestSupport

/// Portals that need what the demonstration does not: each line is there because a branch of a layout asks for it.
enum BranchPortals {
  /// A portal in its first week: no courses, dates, notices or newsletters.
  static let empty: OneFilePortal = {
    var portal = SmallPortal.content
    for path in portal.files.keys
    where path.contains("/packs/") || path.contains("/notices/") || path.contains("/newsletters/")
      || path.hasSuffix("sessions.csv") || path.hasSuffix("tiers.yml")
    {
      portal.files[path] = nil
    }
    let project = "content/years/2026/projects/yuancheng/index.md"
    portal[project] = portal[project]?.replacing("packs: [danyuan]\n", with: "")
    return portal
  }()

  /// Many small things at once.
  static let odd = SmallPortal.content.adding(directives).adding(
    OneFilePortal(
      """
      --- content/years/2026/plan.md ---
      ---
      title: 2026年培训计划
      summary: 按教龄修学分。
      status: 印发
      claims: ["先听课，再评课"]
      budget: {heads: 500, total: 900000元}
      diagnosis: {period: 2025年, body: 教科院, findings: [{text: 每周集体备课, value: 2, unit: 小时}]}
      ---
      正文。
      --- content/years/2026/phases.yml ---
      phases:
        - {id: all, no: 1, name: 全年, start: 2026-01-01, end: 2026-12-31}
      --- content/years/2026/milestones.csv ---
      id,时间,事项,须早于,须晚于
      m1,2026-03,春季研修,milestone:m2,
      m2,2026-11,抽测,,project:gugan-peixun
      m3,待定（培训办公室，2026-10-09）,总结,,
      --- content/years/2026/projects.csv ---
      id,序号,培训项目名称,拟培训人数,培训方式,拟培训时间,培训地点,学段
      gugan-peixun,1,骨干教师培训,300,集中培训,2026-04,小城,初中、高中
      xinjiaoshi,2,新教师培训,50,集中培训,2026-08,小城,
      yuancheng,,远程培训,约150,线上研修,2026-08-15..2026-09-30,线上,
      --- content/years/2026/projects/xinjiaoshi/phases.yml ---
      phases:
        - {id: before, no: 1, name: 准备, when: 训前1个月, start: 2026-07-01, end: 2026-07-31}
      --- content/years/2026/projects/gugan-peixun/index.md ---
      ---
      summary: 骨干教师的培训。
      pre_task: {from: 2026-03-18, to: 2026-03-31}
      intensive: {days: 5}
      follow_up: {evidence: 2, peer_reviews: 3, until: 2026-05-31}
      fees: [{audience: 高中教师, amount: 75元}, {audience: 义务教育教师, amount: 50元}]
      actual: 2026-04-10..2026-04-12
      opens_on: 2026-04-11
      ---
      正文。
      --- content/years/2026/projects/yuancheng/index.md ---
      ---
      summary: 远程培训。
      packs: [danyuan]
      schemes: [xueyuan]
      class_hours: 4
      minutes_per_class_hour: 45
      changes: [{date: 2026-09-20, text: 观课由9月24日改到9月26日。}]
      ---
      找[自己的班](class:c1)。
      --- content/years/2026/projects/gugan-peixun/pairs.csv ---
      id,师傅,徒弟
      d1,s1,x1
      --- content/years/2026/projects/yuancheng/classes.csv ---
      id,学科班,区县,班号,班级名称,辅导教师,人数,工作坊,破例
      c1,zx,linjiang,1,中学数学1班,t1,90,https://ketang.example/c1,
      c2,zx,bailu,2,中学数学2班,待定（项目办，2026-10-09）,103,,"{reason: 三人随原校编班, approved_by: 白鹭市教育体育局}"
      --- content/years/2026/projects/yuancheng/results.csv ---
      考核方案,版本,区县,班级,人数,有成绩,合格,平均分
      tongyong,1,,,193,193,180,81.25
      tongyong,1,linjiang,,9,,,
      tongyong,1,,c1,90,90,89,
      --- content/years/2026/certificates.yml ---
      certificates:
        - {id: kong, project: yuancheng, format: "HG{serial:5}"}
      --- content/years/2026/samples.yml ---
      samples:
        - id: kong
          title: 抽考
          project: yuancheng
          drawn: 2%
          rounding: {pending: {what: 尾数, owner: 培训办公室, by: 2026-10-09}}
          method: {pending: {what: 方法, owner: 培训办公室, by: 2026-10-09}}
          seed: {pending: {what: 种子, owner: 培训办公室, by: 2026-10-09}}
          drawn_on: {pending: {what: 日期, owner: 培训办公室, by: 2026-10-09}}
          summary: 抽查。
        - {id: quan, title: 抽测, project: yuancheng, drawn: 2%, rounding: 进一, method: 当场摇号, seed: "7", drawn_on: 2026-09-14, exam: 2026-09-29, summary: 抽查。}
      --- content/years/2026/projects/yuancheng/streams.csv ---
      id,学段,学科,报名人数
      zx,中学,数学,193
      --- content/years/2026/projects/yuancheng/sessions.csv ---
      id,内容,类型,日期,结束日期,时间,地点,学科班,班级,课程,专家,问题征集截止,状态,原日期,说明
      s1,讲座,讲座,2026-09-25,,19:00-20:00,,,,k2,e01,,已定,,
      s2,交作业,截止,2026-09-25,,,,,c1,,,,已定,,在工作坊提交
      s3,观课,观摩,2026-09-26,,,,,,k2,e01,,改期,2026-09-24,
      s4,班会,会议,2026-09-27,,,,,c1,,,,已定,,
      s5,集中答疑,集中答疑,2026-09-28,,19:00-20:00,一号厅,zx,,,e01,2026-09-27 17:30,已定,,
      s6,集中研修,集中研修,2026-09-28,2026-09-30,,,,,,,,已定,,
      --- content/packs/danyuan/k1.md ---
      ---
      title: 第一课
      no: 1
      summary: 备目标。
      phase: all
      mode: 线上
      minutes: 90
      required: 必修
      lecturers: [e01]
      ---
      正文。
      --- content/schemes/tongyong.yml ---
      title: 通用考核办法
      subject: 学员
      version: 1
      effective: 2026-08-15
      summary: 一项。
      total: 100
      pass_mark: 60
      items:
        - {id: zuoye, name: 作业, text: 一份作业。, points: 100, category: 终结性, mode: 人工}
      --- content/schemes/fudao.yml ---
      title: 辅导教师考核办法
      subject: 班级辅导教师
      version: 1
      effective: 2026-08-15
      summary: 一项。
      total: 100
      pass_mark: 60
      items:
        - {id: pingjun, name: 班级平均, text: 本班平均。, points: 100, category: 终结性, mode: 自动, class_mean: {scheme: tongyong, version: 1}}
      --- content/collections/links.yml ---
      title: 相关网站
      doc: 每个项目用到的网站。
      files: [links.csv]
      fields:
        - {name: project, header: 项目, type: reference, to: project, required: true, doc: 项目}
        - {name: address, header: 网址, type: text, required: true, doc: 网址}
      --- content/links.csv ---
      项目,网址
      yuancheng,https://ketang.example/
      --- content/help/denglu.md ---
      ---
      title: 登录
      summary: 怎样登录。
      order: 1
      ---
      怎样登录。
      --- content/notices/2026-09-01-danwei.md ---
      ---
      title: 按单位排列的名单
      kind: 通报
      date: 2026-09-01
      summary: 名单。
      supersedes: 2026-09-01-tongzhi
      result: 2026-09-02-xuhao
      attachments:
        - {title: 名单说明, file: files/huizhi.csv}
        - {title: 另一份, file: files/huizhi.csv}
        - {title: 随文寄发的表}
      list: {title: 名单, kind: 抽考, order: 单位, columns: [序号, 姓名, 单位, 学科, 结果], total: 2}
      ---
      正文。
      --- content/notices/2026-09-01-danwei.csv ---
      序号,姓名,单位,学科,结果
      1,丁亦然,临江县第一中学,,
      2,于娟,临江县第二中学,数学,合格
      --- content/notices/2026-09-02-xuhao.md ---
      ---
      title: 按序号排列的名单
      kind: 通报
      date: 2026-09-02
      summary: 名单。
      list: {title: 名单, kind: 抽考, order: 序号, columns: [序号, 姓名, 单位], total: 1}
      ---
      正文。
      --- content/notices/2026-09-02-xuhao.csv ---
      序号,姓名,单位
      1,丁亦然,临江县第一中学
      --- content/notices/2026-09-03-bihua.md ---
      ---
      title: 按姓名笔画排列的名单
      kind: 通报
      date: 2026-09-03
      summary: 名单。
      list: {title: 名单, kind: 抽考, order: 姓名笔画, columns: [序号, 姓名, 单位], total: 1}
      ---
      正文。
      --- content/notices/2026-09-03-bihua.csv ---
      序号,姓名,单位
      1,丁亦然,临江县第一中学
      --- content/notices/2026-09-04-daoqi.md ---
      ---
      title: 已撤下的名单
      kind: 通报
      date: 2026-09-04
      summary: 名单。
      attachments:
        - {title: 名单, file: files/huizhi.csv}
        - {title: 附表, file: files/huizhi.csv}
      list: {title: 名单, kind: 抽考, order: 序号, columns: [序号, 姓名, 单位], total: 1, expires: 2026-09-10 17:30}
      ---
      正文。
      --- content/notices/2026-09-04-daoqi.csv ---
      序号,姓名,单位
      1,丁亦然,临江县第一中学
      --- content/notices/2026-09-04-tongbao.md ---
      ---
      title: 通报
      kind: 通报
      date: 2026-09-04
      summary: 两起。
      basis: [{title: 管理办法, docno: 小教发〔2026〕1号}]
      approval: {drafted: 项目办, reviewed: 办公室, approved: 主任, on: 2026-09-04}
      list: {title: 违规情况, kind: 通报批评, order: 单位, columns: [序号, 单位], total: 2, expires: 2026-09-30 24:00}
      ---
      正文。
      --- content/notices/2026-09-04-tongbao.csv ---
      序号,单位
      1,临江县第一中学
      2,临江县第二中学
      --- content/notices/2026-09-04-waimian.md ---
      ---
      title: 行在仓库以外的名单
      kind: 通报
      date: 2026-09-04
      summary: 名单。
      list:
        title: 名单
        kind: 抽考
        order: 序号
        columns: [序号, 姓名]
        total: 2
        digest: 0000000000000000000000000000000000000000000000000000000000000000
      ---
      正文。
      --- content/notices/2026-09-04-buxue.md ---
      ---
      title: 补学的人数
      kind: 通报
      date: 2026-09-04
      summary: 三人。
      basis: [{title: 管理办法, docno: 小教发〔2026〕1号}]
      approval: {drafted: 项目办, reviewed: 办公室, approved: 主任, on: 2026-09-04}
      list: {title: 补学, kind: 补学, order: 单位, columns: [单位], total: 3, expires: 2026-09-30 24:00}
      ---
      正文。
      --- content/notices/2026-09-04-wubi.md ---
      ---
      title: 到期的通报
      kind: 通报
      date: 2026-09-04
      summary: 一起。
      basis: [{title: 管理办法, docno: 小教发〔2026〕1号}]
      approval: {drafted: 项目办, reviewed: 办公室, approved: 主任, on: 2026-09-04}
      list: {title: 违规情况, kind: 舞弊, order: 序号, columns: [序号, 单位], total: 1, expires: 2026-09-10 24:00}
      ---
      正文。
      --- content/notices/2026-09-04-yiyi.md ---
      ---
      title: 有异议的公示
      kind: 公示
      date: 2026-09-04
      summary: 公示。
      basis: [{title: 管理办法, docno: 小教发〔2026〕1号}]
      contact: office
      period: {from: 2026-09-04, workdays: 5, until: 2026-09-11 17:30}
      approval: {drafted: 项目办, reviewed: 办公室, approved: 主任, on: 2026-09-04}
      objections: [{received: 2026-09-07, kind: 资格条件, decided: 2026-09-10, outcome: 成立}]
      withdrawals: [{date: 2026-09-10, count: 1}]
      list: {title: 名单, kind: 优秀, order: 序号, columns: [序号, 姓名, 单位], total: 2}
      ---
      正文。
      --- content/notices/2026-09-05-fujian.md ---
      ---
      title: 两份附件的通知
      kind: 通知
      date: 2026-09-05
      summary: 附件。
      attachments:
        - {title: 附件一, file: files/huizhi.csv}
        - {title: 附件二, file: files/huizhi.csv}
      ---
      正文。
      """))

  /// A help page with the directives in the forms that the demonstration does not use.
  private static let directives = OneFilePortal(
    """
    --- content/help/zhiling.md ---
    ---
    title: 指令
    summary: 各种写法。
    order: 2
    ---
    :::note
    没有标题。
    :::

    :::tip
    没有标题。
    :::

    :::warning 有标题
    要小心。
    :::

    :::details 展开
    里面的。
    :::

    ::contact

    ::contact{of=office title=报名找谁}

    ::contact{office=县培训办 phone="0500-0000 2345" hours=工作日}

    ::courses{ids=x1}

    ::courses{module=beike}

    ::courses{pack=danyuan}

    ::courses{subject=数学}

    ::download{file=files/renshu.csv}

    ::download{file=files/renshu.csv title=人数表}

    ::figure{src=files/tu.svg alt=两步 caption=两步 width=half}

    ::schedule{class=c1 ahead caption=还有这几场}

    ::schedule{project=yuancheng}

    ::schedule{course=k2}

    ::schedule{phase=p1}

    ::scheme{of=xueyuan}

    ::scheme{of=tongyong caption=一项}

    今年是 :stat[**{{ site.year }}**年]，也就是 :stat[]{value=site.year unit=年}。

    ::stat{value=site.year unit=年 label=年份 base=计划}

    ::table{file=files/renshu.csv caption=各校人数}

    ::table{of=yongshu}

    :::table
    | 甲 | 乙 |
    | --- | --- |
    | 1 | 2 |
    :::

    :::table{caption=自己写的表}
    | 甲 | 乙 |
    | --- | --- |
    | 1 | 2 |
    :::
    --- content/help/files/renshu.csv ---
    学校,人数,说明
    临江县第一中学,9,报齐
    白鹭市实验小学,36,还差三位教师没有报
    --- content/help/files/tu.svg ---
    <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>
    --- content/collections/yongshu.yml ---
    title: 用书
    doc: 发什么书。
    files: [yongshu.csv]
    page: yongshu/
    fields:
      - {name: name, header: 书名, type: text, required: true, doc: 书名}
      - {name: count, header: 册数, type: integer, doc: 几册}
    --- content/yongshu.csv ---
    书名,册数
    单元备课十讲,40
    """)
}
