import Portal

/// A portal with one or two records of every kind, without any message: tests edit it.
package enum SmallPortal {
  /// `content/` and plain layouts.
  package static let whole = content.adding(plainLayouts)

  /// `content/` with the layouts that the repository ships.
  package static func shipped() throws -> OneFilePortal {
    var portal = content
    for file in try Demonstration.files(["layouts"]) { portal.files[file.path] = file.bytes }
    return portal
  }

  /// For every family of pages a layout that shows title and text, and the directive `note`.
  package static let plainLayouts = {
    var portal = OneFilePortal(
      """
      --- layouts/directives/note.html ---
      {% attribute title: text(label=true, default='') %}
      <div class="note">{{ title }}{{ body }}</div>
      --- layouts/assets/portal.css ---
      body { color: black }
      """)
    for family in allPageFamilies {
      portal["layouts/" + family.layout] = """
        <!DOCTYPE html>
        <link rel="stylesheet" href="{{ 'portal.css' | asset }}">
        <title>{{ page.title }}</title>
        <a href="{{ '' | url }}">{{ site.name }}</a>
        {{ page.body }}

        """
    }
    return portal
  }()

  /// `content/` alone.
  package static let content = OneFilePortal(
    """
    --- content/site.yml ---
    format: 1
    id: small
    name: 小城教师发展中心
    short_name: 小城研修
    level: 市
    base_url: https://small.example/
    as_of: 2026-09-18
    description: 一个小门户。
    contact: office
    current_plan: "2026"
    featured_project: yuancheng
    notice: {tracks_lists: true}
    --- content/calendar/2026.yml ---
    holidays:
      - {date: 2026-09-25, name: 中秋节}
      - {date: 2026-10-01, name: 国庆节}
    workdays:
      - {date: 2026-09-20, name: 国庆节调休}
    --- content/org/contacts.yml ---
    contacts:
      - {id: office, office: 培训办公室, phone: 0500-0000 1234}
    --- content/org/areas.csv ---
    id,名称,类别,顺序
    linjiang,临江县,县,1
    bailu,白鹭市,市,2
    --- content/org/units.csv ---
    id,名称,区县,类别,顺序
    lj-yizhong,临江县第一中学,linjiang,高中,1
    --- content/people/experts.csv ---
    id,姓名,单位,学科,层级
    e01,沈知远,小城教科院,语文、数学,市
    e02,单立诚,临江县第一中学,数学,县区
    --- content/years/2026/plan.md ---
    ---
    title: 2026年培训计划
    summary: 按教龄修学分。
    status: 印发
    credit_rule: {task_hours: 8 h, observe_hours: 2 h, evidence: 1}
    ---
    见[目录](page:catalogue)。
    --- content/years/2026/modules.yml ---
    modules:
      - {id: beike, name: 备课, summary: 备一个单元。, order: 1}
    --- content/years/2026/tiers.yml ---
    tiers:
      - {id: gugan, name: 骨干教师, short: 骨干, years_from: 4, mode: 选修, credits: 3, modules: [beike]}
    --- content/years/2026/milestones.csv ---
    id,时间,事项
    m1,2026-03,春季研修
    m2,2026-11,抽测
    --- content/years/2026/projects.csv ---
    id,序号,培训项目名称,拟培训人数,培训方式,拟培训时间,培训地点
    gugan-peixun,1,骨干教师培训,300,集中培训,2026-04,小城
    xinjiaoshi,2,新教师培训,50,集中培训,2026-08,小城
    yuancheng,,远程培训,约150,线上研修,2026-08-15..2026-09-30,线上
    --- content/years/2026/projects/gugan-peixun/index.md ---
    ---
    summary: 骨干教师的培训。
    ---
    正文。
    --- content/years/2026/projects/xinjiaoshi/index.md ---
    ---
    summary: 新教师的培训。
    ---
    正文。
    --- content/years/2026/projects/yuancheng/index.md ---
    ---
    summary: 远程培训。
    packs: [danyuan]
    schemes: [xueyuan]
    class_hours: 4
    minutes_per_class_hour: 45
    ---
    找[自己的班](class:c1)。
    --- content/years/2026/projects/yuancheng/phases.yml ---
    phases:
      - {id: p1, no: 1, name: 通识, start: 2026-08-15, end: 2026-08-21, class_hours: 2}
      - {id: p2, no: 2, name: 备课, start: 2026-08-22, end: 2026-09-04, class_hours: 2}
    --- content/years/2026/projects/yuancheng/streams.csv ---
    id,学段,学科,报名人数
    zx,中学,数学,150
    --- content/years/2026/projects/yuancheng/classes.csv ---
    id,学科班,区县,班号,班级名称,辅导教师,人数
    c1,zx,linjiang,1,中学数学1班,t1,90
    c2,zx,linjiang,2,中学数学2班,t2,60
    --- content/years/2026/projects/yuancheng/groups.csv ---
    id,班级,小组,人数,组长单位
    g1,c1,一组,45,临江县第一中学
    g2,c1,二组,45,临江县第一中学
    --- content/years/2026/projects/yuancheng/tutors.csv ---
    id,姓名,单位
    t1,贺明岚,临江县第一中学
    t2,卞文卿,临江县第二中学
    --- content/years/2026/projects/yuancheng/sessions.csv ---
    id,内容,类型,日期,结束日期,时间,星期,学科班,课程,专家,问题征集截止,状态
    s1,第1次答疑,集中答疑,2026-09-22,,19:00-21:00,星期二,zx,,e01,2026-09-22 17:30,已定
    s2,讲座,讲座,2026-09-23,,19:00-20:00,,zx,k1,e01,,已定
    s3,另一场讲座,讲座,2026-09-23,,20:00-21:00,,,k2,e01、e02,,已定
    s4,集中研修,集中研修,2026-09-28,2026-09-30,,,,,,,已定
    --- content/years/2026/projects/yuancheng/newsletters/c1/01.md ---
    ---
    title: 第一期
    date: 2026-08-22
    ---
    本班 {{ class.size }} 人，学[第一课](course:k1)。
    --- content/years/2026/projects/yuancheng/newsletters/c1/02.md ---
    ---
    title: 第二期——还是备课
    date: 2026-08-29
    summary: 第二期的摘要。
    ---
    ## 讨论

    :::note{title="提示"}
    备好一个单元。
    :::

    见[上一期](newsletter:c1/01)和[讨论](#讨论)。
    --- content/packs/danyuan/index.md ---
    ---
    title: 单元备课
    summary: 两门课。
    ---
    --- content/packs/danyuan/k1.md ---
    ---
    title: 第一课
    no: 1
    summary: 备目标。
    phase: p1
    mode: 线上
    minutes: 90
    required: 必修
    lecturers: [e01]
    ---
    看[第二课](k2.md)。
    --- content/packs/danyuan/k2.md ---
    ---
    title: 第二课
    no: 2
    summary: 备学情。
    phase: p2
    mode: 线上
    minutes: 90
    required: 必修
    prerequisites: [k1]
    ---
    正文。
    --- content/packs/xuefen/index.md ---
    ---
    title: 学分课程
    summary: 一门课。
    ---
    --- content/packs/xuefen/x1.md ---
    ---
    title: 大概念
    no: 1
    summary: 提炼大概念。
    module: beike
    mode: 混合
    minutes: 1440
    credits: 3
    required: 选修
    stages: [初中, 高中]
    subjects: [数学, 物理]
    enrol_from: 2026-09-11
    enrol_to: 2026-09-20
    ---
    正文。
    --- content/schemes/xueyuan.yml ---
    title: 学员考核办法
    subject: 学员
    version: 1
    effective: 2026-08-15
    project: yuancheng
    summary: 两项合计100分。
    total: 100
    pass_mark: 70
    minutes_per_class_hour: 45
    items:
      - id: shijian
        name: 学习时间
        text: 学完108分钟。
        points: 60
        category: 过程性
        mandatory: true
        threshold: {minutes: 108, share: 60%, class_hours: 4}
        mode: 自动
      - id: zuoye
        name: 作业
        text: 一份作业。
        points: 40
        category: 终结性
        min: 10
        parts:
          - {name: 初稿, cap: 20}
          - {name: 修改稿, cap: 20}
        grades:
          - {name: 优秀, points: 40}
        mode: 人工
    --- content/notices/2026-09-16-gongshi.md ---
    ---
    title: 优秀学员公示
    kind: 公示
    date: 2026-09-16
    basis:
      - {title: 管理办法, docno: 小教发〔2026〕1号}
    summary: 公示5个工作日。
    contact: office
    period: {from: 2026-09-16, workdays: 5, until: 2026-09-22 17:30}
    project: yuancheng
    approval: {drafted: 项目办, reviewed: 办公室, approved: 主任, on: 2026-09-16}
    list:
      title: 优秀学员名单
      kind: 优秀
      order: 姓氏笔画
      columns: [序号, 姓名, 单位]
      total: 2
      expires: 2026-09-22 17:30
      digest: 733e77183289fbd67a2ebc63d3c8d9c3023d78e21d89b8f71fcde2e742167333
    ---
    现予公示。
    --- content/notices/2026-09-16-gongshi.csv ---
    序号,姓名,单位
    1,丁亦然,临江县第一中学
    2,于娟,临江县第二中学
    --- content/notices/2026-09-01-tongzhi.md ---
    ---
    title: 开班通知
    kind: 通知
    date: 2026-09-01
    summary: 远程培训开班。
    attachments:
      - {title: 回执, file: files/huizhi.csv}
    ---
    请填[回执](files/huizhi.csv)。
    --- content/notices/files/huizhi.csv ---
    学校,人数
    --- content/privacy.yml ---
    releases:
      - {value: 6228480402564890018, reason: 课程里虚构的卡号}
    --- content/help/denglu.md ---
    ---
    title: 登录
    summary: 怎样登录。
    order: 1
    ---
    打开云书院。
    """)
}
