/// Family names that are more than their first character, or that are read differently from the ordinary word.
struct FamilyNames: Sendable {
  /// The ones of this list.
  static let standard = FamilyNames()

  private let names: PinyinList

  private init() { names = PinyinList(Self.list) }

  /// How many characters of a name are its family name: 2 for a compound one that something follows, otherwise 1.
  func length(in name: [UInt32]) -> Int {
    name.count > 2 && names.entry(at: 0, of: name, shortest: 2) != nil ? 2 : 1
  }

  /// The reading of the family name that `name` begins with; empty where the ordinary readings hold.
  func reading(in name: [UInt32]) -> [PinyinSyllable] {
    guard !name.isEmpty else { return [] }
    return names.entry(at: 0, of: Array(name.prefix(length(in: name))))?.reading ?? []
  }

  /// Readings of 1 character as the dictionaries give them for the family name (现代汉语词典, 通用规范汉字字典); where a
  /// family reads its name otherwise, a portal says so (`PinyinOverrides`). Then the compound family names in use.
  private static let list = """
    单shan4 曾zeng1 仇qiu2 解xie4 区ou1 查zha1 任ren2 朴piao2 华hua4 盖ge3 葛ge3 乐yue4 缪miao4 种chong2 员yun4
    召shao4 覃qin2 秘bi4 纪ji3 燕yan1 句gou1 过guo1 哈ha3 折she2 那na1 能nai4 粘nian2 都du1 干gan1 薄bo2 藏zang1
    祭zhai4 占zhan1 訾zi1 角jue2 要yao1 炅gui4 长chang2 冠guan4 观guan4 於yu1 洗xian3 相xiang4 肖xiao1 少shao4
    繁po2 番pan1 弹tan2 蔚yu4 兴xing1 撒sa3 令ling2 泊bo2 欧阳 司马 尉迟yu4chi2 诸葛 上官 夏侯 皇甫 司徒 司空 公孙 慕容 令狐ling2hu2
    宇文 长孙 东方 西门 南宫 百里 呼延 端木 轩辕 万俟mo4qi2 澹台tan2tai2 单于chan2yu2 鲜于
    闻人 赫连 申屠 太史 公羊 濮阳 淳于 仲孙 钟离 宗政 公冶 太叔 东郭 南门 独孤 拓跋 第五 闾丘 纳兰 左丘
    羊舌 梁丘 颛孙 亓官 司寇 子车zi3ju1 漆雕 乐正yue4zheng4 壤驷 公良 夹谷jia2gu3 宰父
    谷梁 段干 巫马 公西 贺兰 完颜 司馬 諸葛 尉遲yu4chi2 長孫 東方 南宮 軒轅 歐陽
    """
}
