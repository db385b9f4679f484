/// Where two characters that are somebody's name are a part of other words: `责任明确` does not speak of 任明.
///
/// Names of three characters and more are hardly ever a part of a sentence by chance, and are not looked at like this.
enum NameContext {
  /// Whether the name `family` `given` behind the character `before` is the end of a word and the beginning of another.
  static func isAcrossWords(_ before: UInt32, _ family: UInt32) -> Bool { endings[family]?.contains(before) ?? false }

  /// Whether `family` `given` is a word as well, and so tells nothing where it stands within a sentence.
  static func isWord(_ family: UInt32, _ given: UInt32) -> Bool { words.contains(UInt64(family) << 32 | UInt64(given)) }

  /// Family names that are the end of common words, with the characters that stand before them in these.
  private static let endings: [UInt32: Set<UInt32>] = Dictionary(
    uniqueKeysWithValues: [
      ("任", "责主班担信胜教专兼离重升现历委常新就出"), ("程", "课过工流日进章历规教远编全议旅行"), ("高", "提很较最更增崇新升跳身不"),
      ("周", "每本一二两三四五六七八九十上下这半首末第各逐0123456789几多数百千"), ("于", "关对由等位属善处终基便利大小高低至在乐勇敢用鉴过易难限忠归源力优出介富安忙勤长"),
      ("成", "完形组构达养生合促变写做集建落编造制分看现"), ("方", "地对双一多官平立东西南北前后各校双四八大0123456789两二三五六七九十几数每百千"), ("江", "长浙龙镇临青沿松湘滨内入过"),
      ("金", "资基奖现积黄助经"), ("石", "基岩宝矿"), ("安", "公治平西保不建延"), ("平", "水公太和北生"), ("易", "容简贸交不"),
      ("时", "学课小及同按随当平定限何届即暂有"), ("常", "日正经异非通平"), ("文", "语中课作论公人天散原正全图本外"), ("万", "千百十"),
      ("白", "明空表坦"), ("田", "农良"), ("单", "名简清菜订表绩"), ("项", "事选奖专各单一多子两三四五六七八九十几0123456789二数每百千"),
      ("计", "设统共合总累预会估审"), ("解", "理了讲见化分注"), ("关", "有相机公攻通把开海"), ("应", "反响适相对供回"),
      ("向", "方面导意走定双一"), ("华", "中才精年清升繁"), ("和", "总共缓温"), ("全", "安健完齐周保"), ("路", "思道公出一网0123456789两二三四五六七八九十几多数每百千"),
      ("师", "教老导名律讲"), ("党", "入全政"), ("严", "从森"), ("查", "检调督抽普审核复巡"), ("曾", "不未"), ("孙", "子"),
      ("李", "行"), ("罗", "包网"), ("梁", "桥"), ("苏", "江"), ("丁", "园"), ("钟", "分"), ("陆", "大登"), ("顾", "照回兼"),
      ("钱", "金"), ("贺", "祝"), ("赖", "依"), ("温", "保"), ("代", "时现当年替一"), ("管", "主保尽监"), ("齐", "整看"),
      ("伍", "队"), ("纪", "世年校"), ("景", "背情场前愿"), ("尚", "高风和"), ("费", "学经收免浪消缴"), ("卫", "保"),
      ("张", "纸主紧夸一扩开慌0123456789两二三四五六七八九十几多数每百千"), ("何", "如任为几"), ("许", "也允或"), ("谢", "感多"), ("余", "其业多剩之有"),
      ("夏", "华立初盛"),
      ("叶", "树茶百中"), ("段", "学阶手片时分路一各0123456789两二三四五六七八九十几多数每百千"), ("史", "历党校文"), ("施", "实措设"), ("范", "规示师模典防"),
      ("章", "文规公印盖徽篇第0123456789一两二三四五六七八九十几多数每百千"), ("林", "园森吉桂竹树"), ("胡", "二"), ("黄", "金"), ("马", "人兵"), ("强", "加增坚富"),
      ("宁", "安康"), ("支", "一收分0123456789两二三四五六七八九十几多数每百千"), ("官", "教军"), ("相", "互首"),
      ("步", "进逐同初一0123456789两二三四五六七八九十几多数每百千"), ("游", "旅上下"), ("左", "右"),
      ("古", "自远"), ("水", "山风薪"), ("元", "单多一0123456789两二三四五六七八九十几数每百千"), ("原", "平高草"), ("双", "一"), ("冷", "寒"),
      ("牛", "黄"), ("车", "公汽火"),
      ("房", "住书库"), ("校", "学本各全高"), ("年", "今明去全每学0123456789一两二三四五六七八九十几多数百千"), ("明", "说证声表文清"), ("容", "内从"),
      ("习", "学练复实研自"),
      ("柏", "松"), ("兰", "玉"), ("能", "才功技可"), ("经", "曾已"), ("通", "普交沟"),
    ].map { family, before in (family.unicodeScalars.first?.value ?? 0, Set(before.unicodeScalars.map(\.value))) })

  /// Words of every day that are names of persons, too.
  private static let words: Set<UInt64> = Set(
    """
    高明 高峰 高远 高尚 高洁 高雅 高原 高山 高阳 高清 高强 文明 文静 文化 文采 文华 文学 文章 文艺 方正 方圆 方明 方舟 方向 方法 安宁 安康
    安静 安全 安平 安心 安然 江山 江南 江海 江河 白雪 白云 白洁 白露 黄河 黄山 黄金 金星 金山 金秋 金融 石林 石磊 华山 华夏 华丽 平安 平静
    平和 向上 向阳 向前 向导 明亮 明星 明确 明月 常青 常规 常态 常春 成功 成长 成果 成立 成熟 成才 成龙 成林 万里 万象 万全 田野 田园 马上
    任重 任务 任教 严明 严肃 严谨 严格 温暖 温和 温馨 和平 和谐 和美 全面 全力 全新 全民 时光 时代 时间 时尚 时新 路径 路遥 程序 程度 程式
    周全 周到 周围 周末 周期 周密 于是 关键 关注 关爱 关心 项目 单元 单位 计划 计算 解放 解答 解析 应用 应当 连续 连接 段落 史诗 史学 施工
    施行 范文 范围 范例 章程 章节 林业 林立 林海 林园 叶子 夏天 夏季 夏日 余下 余地 许多 许可 何时 何种 张开 张扬 张力 谢谢 谢意 胡同 胡杨
    牛奶 车站 车间 房间 师德 师范 师生 师风 党员 党建 党校 党课 党性 支持 支教 支部 元旦 元素 元月 原理 原创 原则 双向 双语 双减 冷静 水平
    水准 年级 年度 年轻 明年 明白 容易 习惯 习题 能力 能手 经验 经典 通知 通过 通报 强化 强调 强国 宁静 步骤 步行 游戏 游学 左右 古典 古诗
    古文 官方 相关 相应 相互 查看 查询 查阅 曾经 罗列 丁香 钟表 陆续 顾问 贺词 贺信 代表 代理 管理 管道 齐全 齐心 纪律 纪念 纪要 景色 景象
    尚未 费用 费心 卫生 卫星 校园 校长 校本 东方 东风 冬梅 春天 春风 春雨 春晖 红梅 红星 红旗 国庆 国强 建国 建设 建军 光明 光辉 希望 阳光
    晨光 青山 青春 青年 朝阳 新星 新春 雷雨 雷锋 雷同 龙门 龙头 凤凰 云南 海南 海洋 海峰 河南 河北 山东 山西 苏州 温州 杭州 柳州 徐州 兰州
    广州 常州 郑州 郑重 宋词 宋代 唐诗 唐代 汉语 汉字 韩国 秦岭 楚辞 鲁迅 鲁班 孔子 孟子 庄子 庄严 庄园 庄重 老子 毛笔 毛巾 柳树 杨树 杨柳
    桃李 梅花 兰花 竹林 松树 柏树 石头 沙龙 沙盘 席位 席卷 戴上 季度 季节 季军 池塘 汤圆 柴油 粮食 米饭 麦田 谷物 封面 封闭 闭幕 开学 开心
    """.split(whereSeparator: \.isWhitespace).compactMap { word in
      let scalars = Array(word.unicodeScalars)
      return scalars.count == 2 ? UInt64(scalars[0].value) << 32 | UInt64(scalars[1].value) : nil
    })

  /// Whether what stands at `index` calls the one before it: `老师`, `校长`, `等`.
  static func isTitle(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    titles.contains { title in
      let wanted = title.utf8Span.span
      guard index + wanted.count <= bytes.count else { return false }
      for offset in wanted.indices where bytes[index + offset] != wanted[offset] { return false }
      return true
    }
  }

  private static let titles = [
    "老师", "同学", "同志", "校长", "主任", "园长", "教师", "学员", "组长", "科长", "局长", "处长", "院长", "班长", "先生", "女士", "教授", "书记",
  ]
}
